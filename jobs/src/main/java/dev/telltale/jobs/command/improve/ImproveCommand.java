package dev.telltale.jobs.command.improve;

import dev.telltale.jobs.cases.Cases;
import dev.telltale.jobs.cases.NamedCases;
import dev.telltale.jobs.command.Command;
import dev.telltale.jobs.command.Detection;
import dev.telltale.jobs.command.DetectionSettings;
import dev.telltale.jobs.command.ExitCode;
import dev.telltale.jobs.command.LakeSettings;
import dev.telltale.jobs.command.OutputFolder;
import dev.telltale.jobs.command.Sessions;
import dev.telltale.jobs.command.StoreSettings;
import dev.telltale.jobs.command.Terminal;
import dev.telltale.jobs.location.Location;
import dev.telltale.jobs.prevention.Improvement;
import dev.telltale.jobs.prevention.Improvements;
import dev.telltale.jobs.settings.Setting;
import dev.telltale.jobs.settings.Settings;
import dev.telltale.jobs.settings.Syntax;
import dev.telltale.jobs.settings.ValueType;
import dev.telltale.jobs.tables.Lake;
import dev.telltale.jobs.tables.LakeFolder;
import dev.telltale.jobs.tables.LakeKey;
import dev.telltale.jobs.terminal.PlainText;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;

/** {@code telltale improve}. */
public final class ImproveCommand implements Command {
  private static final Setting<List<String>> CASE =
      Setting.option("case", ValueType.text("ID"))
          .describedAs("The case to stop from coming back; may be given several times.")
          .required()
          .many();
  private static final Setting<String> OUT =
      Setting.option("out", ValueType.text("DIR"))
          .describedAs(
              "Folder to write the configuration files to, on this machine or s3a://BUCKET/PREFIX.")
          .standard("telltale-improve")
          .one();
  private static final Setting<Integer> SAMPLE =
      Setting.option("sample", ValueType.COUNT)
          .describedAs("How many objects without findings are read, to see what else would change.")
          .standard(20)
          .one();

  @Override
  public Syntax syntax() {
    List<Setting<?>> settings = new ArrayList<>(List.of(LakeSettings.LAKE, CASE, OUT, SAMPLE));
    settings.addAll(DetectionSettings.all());
    settings.addAll(StoreSettings.all());
    settings.add(Settings.CONFIG);
    return Syntax.of(
        "improve",
        "write the rules that would have stopped a case, and what they would have done",
        """
        The objects of the case are read again, with innocent ones of the same telemetry types, and their
        records sent through each processor by its published semantics. Nothing but counts comes out.""",
        settings);
  }

  @Override
  public int run(Settings settings, Terminal terminal) {
    List<String> asked = settings.value(CASE);
    Cases.requireIds(asked);
    StoreSettings.requireEncrypted(settings);
    LakeFolder.requireLake(settings.value(LakeSettings.LAKE));
    OutputFolder folder = OutputFolder.at("--out", settings.value(OUT));
    Detection atHand = DetectionSettings.atHand(settings, terminal);
    terminal.progress().step("starting Spark");
    SparkSession spark = Sessions.open("improve").newSession();
    Configuration hadoop = spark.sparkContext().hadoopConfiguration();
    Lake lake = new Lake(spark, LakeSettings.root(settings));
    StoreSettings.apply(settings, List.of(), hadoop);
    lake.requireKnown();
    Cases cases = new Cases(spark, lake);
    try (NamedCases named = cases.named(asked)) {
      StoreSettings.apply(settings, sources(named), hadoop);
      Detection detection =
          atHand == null ? DetectionSettings.of(settings, hadoop, terminal) : atHand;
      new LakeKey(spark, lake).require(detection.key());
      Improvements improvements =
          new Improvements(
              spark,
              lake,
              detection.key(),
              settings.value(DetectionSettings.INCLUDE_EXAMPLES),
              detection.team());
      for (String id : named.ids()) {
        terminal.progress().step("replaying " + id);
        Improvement improvement = improvements.of(named, id, settings.value(SAMPLE));
        terminal.out().print(new ImprovementText(improvement).text());
        for (Improvement.Outcome outcome : improvement.outcomes()) {
          if (outcome.count().caught() > 0) {
            String name = id + "-" + outcome.prevention().fileName();
            terminal.out().println("wrote " + PlainText.of(write(folder, name, outcome)));
          }
        }
      }
    }
    return ExitCode.DONE;
  }

  private static String write(OutputFolder folder, String name, Improvement.Outcome outcome) {
    return folder.write(name, ImprovementText.file(outcome));
  }

  private static List<Location> sources(NamedCases named) {
    return named.places().select("bucket").distinct().collectAsList().stream()
        .map(row -> row.getString(0))
        .map(bucket -> Location.of(bucket.contains(":") ? bucket : "s3a://" + bucket))
        .toList();
  }
}
