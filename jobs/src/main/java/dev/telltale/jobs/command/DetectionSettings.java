package dev.telltale.jobs.command;

import dev.telltale.detection.finding.FingerprintKey;
import dev.telltale.detection.rules.TeamSource;
import dev.telltale.jobs.location.Location;
import dev.telltale.jobs.settings.Setting;
import dev.telltale.jobs.settings.Settings;
import dev.telltale.jobs.settings.ValueType;
import dev.telltale.jobs.store.FingerprintKeys;
import dev.telltale.jobs.store.TeamFiles;
import dev.telltale.jobs.terminal.PlainText;
import dev.telltale.sql.KeySource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;

/** The settings that decide what is found, which several commands share. */
public final class DetectionSettings {
  public static final Setting<String> FINGERPRINT_KEY =
      Setting.option("fingerprint-key", ValueType.URI)
          .describedAs(
              "Where the key of the fingerprints is: file:///PATH, env:NAME, s3a://BUCKET/KEY, or"
                  + " the ARN of a secret or an SSM parameter.")
          .standard(null, "~/.config/telltale/fingerprint.key, made at the first call")
          .one();
  public static final Setting<Boolean> INCLUDE_EXAMPLES =
      Setting.option("include-examples", ValueType.SWITCH)
          .describedAs("Also report published example values and test cards.")
          .standard(false)
          .one();
  public static final Setting<String> RULES =
      Setting.option("rules", ValueType.FILE)
          .describedAs(
              "A YAML file of your team: rules, switches, severities, floors, allow list, known"
                  + " values; conf/rules-example.yaml shows every key.")
          .one();

  private static final Pattern REMOTE = Pattern.compile("(?i)s3[an]?://");

  private DetectionSettings() {}

  public static List<Setting<?>> all() {
    return List.of(FINGERPRINT_KEY, RULES, INCLUDE_EXAMPLES);
  }

  /** Where the key lies that functions of SQL ask for, as {@link KeySource} has it. */
  public static String keyPlace(Settings settings) {
    String named = settings.value(FINGERPRINT_KEY);
    return named == null ? KeySource.OF_USER : named;
  }

  public static FingerprintKey key(Settings settings, Configuration hadoop) {
    return keys(hadoop).load(settings.value(FINGERPRINT_KEY));
  }

  /**
   * The key where one is named or was made; else one for this call alone, so that what only shows
   * something writes nothing. Says so on the error stream.
   */
  public static FingerprintKey keyToShow(
      Settings settings, Configuration hadoop, Terminal terminal) {
    if (settings.value(FINGERPRINT_KEY) == null && !keys(hadoop).hasOfUser()) {
      terminal
          .err()
          .println(
              "note: there is no fingerprint key yet; the fingerprints of this call match no others"
                  + " (--fingerprint-key URI names one, a scan makes one)");
      return FingerprintKeys.once();
    }
    return key(settings, hadoop);
  }

  private static FingerprintKeys keys(Configuration hadoop) {
    return new FingerprintKeys(hadoop, System.getenv(), Path.of(System.getProperty("user.home")));
  }

  /**
   * Key and rule file, where both can be had without a store: what is wrong with them is then said
   * before Spark is started. Otherwise null.
   */
  public static Detection atHand(Settings settings, Terminal terminal) {
    String key = settings.value(FINGERPRINT_KEY);
    String rules = settings.value(RULES);
    boolean remoteKey = key != null && (key.startsWith("arn:") || REMOTE.matcher(key).lookingAt());
    boolean remoteRules =
        rules != null && (REMOTE.matcher(rules).lookingAt() || namesRemote(rules));
    return remoteKey || remoteRules ? null : of(settings, new Configuration(false), terminal);
  }

  /** Whether a rule file on disk names lists in a bucket. */
  private static boolean namesRemote(String rules) {
    try {
      return REMOTE.matcher(Files.readString(Location.of(rules).file())).find();
    } catch (IOException | RuntimeException unreadable) {
      return false;
    }
  }

  public static Detection of(Settings settings, Configuration hadoop, Terminal terminal) {
    return new Detection(key(settings, hadoop), team(settings, hadoop, terminal));
  }

  /** The team's own file, or null. Says on the error stream what the team should put right. */
  public static TeamSource team(Settings settings, Configuration hadoop, Terminal terminal) {
    return teamFiles(settings, hadoop, terminal).read(settings.value(RULES));
  }

  public static TeamFiles teamFiles(Settings settings, Configuration hadoop, Terminal terminal) {
    return new TeamFiles(
        hadoop,
        () -> key(settings, hadoop),
        LocalDate.ofInstant(terminal.clock().instant(), ZoneOffset.UTC),
        warning -> terminal.err().println("warning: " + PlainText.of(warning)));
  }
}
