package dev.telltale.jobs.command.report.export;

import dev.telltale.jobs.command.StoreSettings;
import dev.telltale.jobs.settings.Problem;
import dev.telltale.jobs.settings.Setting;
import dev.telltale.jobs.settings.Settings;
import dev.telltale.jobs.settings.UserMistake;
import dev.telltale.jobs.settings.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where Security Hub imports findings: it takes those of the caller's own account and region. */
public record AsffAccount(String id, String region) {
  /** The account. */
  public static final Setting<String> ACCOUNT =
      Setting.option("account", ValueType.text("ID"))
          .describedAs(
              "The AWS account whose Security Hub takes the export asff; its region is --region.")
          .one();

  private static final Pattern ID = Pattern.compile("[0-9]{12}");
  private static final Pattern REGION = Pattern.compile("[a-z]{2}(-[a-z]+)+-[0-9]");

  /**
   * Null where no export needs it.
   *
   * @throws UserMistake with what is missing
   */
  public static @Nullable AsffAccount of(Settings settings, List<ExportFormat> formats) {
    if (!formats.contains(ExportFormat.ASFF)) {
      return null;
    }
    @Nullable String id = settings.value(ACCOUNT);
    @Nullable String region = settings.value(StoreSettings.REGION);
    List<Problem> problems = new ArrayList<>();
    if (id == null || !ID.matcher(id).matches()) {
      problems.add(
          new Problem(
              id == null ? "--account is missing" : "--account is no account",
              "Security Hub takes findings of an account, which has twelve digits",
              "add --account ID; aws sts get-caller-identity shows yours"));
    }
    if (region == null || !REGION.matcher(region).matches()) {
      problems.add(
          new Problem(
              region == null ? "--region is missing" : "--region is no region",
              "Security Hub takes findings of a region",
              "add --region, such as eu-central-1"));
    }
    if (!problems.isEmpty() || id == null || region == null) {
      throw new UserMistake(problems);
    }
    return new AsffAccount(id, region);
  }

  String partition() {
    if (region.startsWith("cn-")) {
      return "aws-cn";
    }
    return region.startsWith("us-gov-") ? "aws-us-gov" : "aws";
  }

  /** Of findings that no product of AWS or a partner makes. */
  String productArn() {
    return "arn:"
        + partition()
        + ":securityhub:"
        + region
        + ":"
        + id
        + ":product/"
        + id
        + "/default";
  }
}
