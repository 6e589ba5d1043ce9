package dev.telltale.jobs.command.scan;

import dev.telltale.jobs.command.Command;
import dev.telltale.jobs.command.Detection;
import dev.telltale.jobs.command.DetectionSettings;
import dev.telltale.jobs.command.ExitCode;
import dev.telltale.jobs.command.LakeSettings;
import dev.telltale.jobs.command.Locations;
import dev.telltale.jobs.command.Sessions;
import dev.telltale.jobs.command.StoreSettings;
import dev.telltale.jobs.command.Terminal;
import dev.telltale.jobs.command.summary.PlanCost;
import dev.telltale.jobs.command.summary.PlanText;
import dev.telltale.jobs.command.summary.SummaryJson;
import dev.telltale.jobs.listing.ListingOptions;
import dev.telltale.jobs.listing.LocalSources;
import dev.telltale.jobs.location.Location;
import dev.telltale.jobs.scan.ScanJob;
import dev.telltale.jobs.scan.ScanOptions;
import dev.telltale.jobs.scan.ScanPlan;
import dev.telltale.jobs.scan.ScanPlanning;
import dev.telltale.jobs.scan.ScanStream;
import dev.telltale.jobs.scan.ScanWatcher;
import dev.telltale.jobs.settings.Setting;
import dev.telltale.jobs.settings.Settings;
import dev.telltale.jobs.settings.Syntax;
import dev.telltale.jobs.settings.ValueType;
import dev.telltale.jobs.tables.Lake;
import dev.telltale.jobs.tables.LakeFolder;
import dev.telltale.jobs.tables.LakeKey;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;

/** {@code telltale scan}. */
public final class ScanCommand implements Command {
  private static final Setting<List<Location>> SOURCE =
      Setting.option("source", Locations.PLACE)
          .describedAs("What to scan: s3a://bucket[/prefix], file:///folder, or one object.")
          .required()
          .many();
  private static final Setting<Long> TASK_BYTES =
      Setting.option("task-bytes", ValueType.SIZE)
          .describedAs("How much one task reads.")
          .standard(0L, "2m to 64m, by the size of the work")
          .one();
  private static final Setting<Long> BATCH_BYTES =
      Setting.option("batch-bytes", ValueType.SIZE)
          .describedAs("How many stored bytes are committed together.")
          .standard(2L << 30)
          .one();
  private static final Setting<Boolean> PLAN =
      Setting.option("plan", ValueType.SWITCH)
          .describedAs("Only say what would be read, and about what it would cost.")
          .standard(false)
          .one();
  private static final Setting<Double> CORE_HOUR_PRICE =
      Setting.option("core-hour-price", ValueType.DOLLARS)
          .describedAs(
              "With --plan: what an hour of a core with its memory costs; the default is the list"
                  + " price of EMR Serverless in us-east-1.")
          .standard(PlanCost.SERVERLESS_CORE_HOUR)
          .one();
  private static final Setting<Boolean> RULES_CHANGED =
      Setting.option("rules-changed", ValueType.SWITCH)
          .describedAs(
              "After a change of severities, floors or the allow list: read only objects with"
                  + " findings again. Any other change reads everything again, as without this.")
          .standard(false)
          .one();

  private static final Setting<Boolean> KNOWN_FROM_LAKE =
      Setting.option("known-from-lake", ValueType.SWITCH)
          .describedAs(
              "Find secrets that the lake has already, by their fingerprints, also where no name and"
                  + " no word gives them away.")
          .standard(false)
          .one();
  private static final Setting<Boolean> FINDINGS_ONLY =
      Setting.option("findings-only", ValueType.SWITCH)
          .describedAs(
              "Leave records without a finding out of the lake: the same findings for less. A later"
                  + " scan without this reads those objects again.")
          .standard(false)
          .one();
  private static final Setting<Boolean> NEW_KEY =
      Setting.option("new-key", ValueType.SWITCH)
          .describedAs(
              "Go on with another fingerprint key than the lake was written with: fingerprints of"
                  + " earlier runs match none of later ones.")
          .standard(false)
          .one();

  @Override
  public Syntax syntax() {
    List<Setting<?>> settings = new ArrayList<>(List.of(SOURCE, LakeSettings.LAKE));
    settings.addAll(ScanEnd.all());
    settings.addAll(List.of(PLAN, CORE_HOUR_PRICE));
    settings.addAll(ListingSettings.all());
    settings.addAll(StreamSettings.all());
    settings.addAll(
        List.of(TASK_BYTES, BATCH_BYTES, FINDINGS_ONLY, RULES_CHANGED, KNOWN_FROM_LAKE, NEW_KEY));
    settings.addAll(DetectionSettings.all());
    settings.add(Settings.CONFIG);
    settings.addAll(StoreSettings.all());
    settings.add(LakeSettings.KMS_KEY);
    return Syntax.of(
        "scan",
        "read new objects, decode them, detect sensitive values, write the tables",
        """
        Object versions that the ledger of the lake has seen under the same rules are not read again.
        The lake is made if there is none.""",
        settings);
  }

  @Override
  public int run(Settings settings, Terminal terminal) {
    List<Location> sources = settings.value(SOURCE);
    Supplier<ListingOptions> listing =
        () ->
            ListingSettings.options(settings, Locations.uris(sources), terminal.clock().instant());
    boolean stream = StreamSettings.isStream(settings);
    ListingOptions now = listing.get();
    StoreSettings.requireEncrypted(settings);
    requireUsable(StreamSettings.written(settings), sources);
    Detection atHand = DetectionSettings.atHand(settings, terminal);
    SparkSession spark = Sessions.open("scan");
    Configuration hadoop = spark.sparkContext().hadoopConfiguration();
    StoreSettings.apply(settings, sources, hadoop);
    LakeSettings.apply(settings, hadoop);
    Detection detection =
        atHand == null ? DetectionSettings.of(settings, hadoop, terminal) : atHand;
    ScanOptions options =
        new ScanOptions(
            now,
            LakeSettings.root(settings),
            detection.key(),
            settings.value(DetectionSettings.INCLUDE_EXAMPLES),
            settings.value(TASK_BYTES),
            settings.value(BATCH_BYTES),
            detection.team(),
            settings.value(RULES_CHANGED),
            settings.value(KNOWN_FROM_LAKE),
            settings.value(FINDINGS_ONLY));
    if (settings.value(PLAN)) {
      return plan(settings, terminal, new ScanPlanning(spark, options).plan());
    }
    ScanWatcher watcher = new ShownProgress(terminal.progress());
    Lake lake = new Lake(spark, options.lake());
    if (!settings.value(NEW_KEY)) {
      new LakeKey(spark, lake).require(detection.key());
    }
    ScanEnd end = new ScanEnd(settings, terminal, lake, options.sources());
    if (stream) {
      new ScanStream(spark, options, listing, watcher, terminal.clock())
          .run(
              StreamSettings.interval(settings),
              StreamSettings.checkpoint(settings, lake.root()),
              end);
    } else {
      end.accept(new ScanJob(spark, options, watcher, terminal.clock()).run());
    }
    return end.exitCode();
  }

  /** Before Spark is started, which costs seconds. */
  private static void requireUsable(List<Location> written, List<Location> sources) {
    LakeSettings.requireApart(written, sources);
    written.forEach(LakeFolder::requireFolder);
    LocalSources.requireThere(sources);
  }

  private static int plan(Settings settings, Terminal terminal, ScanPlan plan) {
    PlanCost cost = new PlanCost(plan, settings.value(CORE_HOUR_PRICE));
    terminal
        .out()
        .print(
            ScanEnd.isJson(settings)
                ? SummaryJson.of(plan, cost, Locations.uris(settings.value(SOURCE)))
                : new PlanText(plan, cost).text());
    return ExitCode.DONE;
  }
}
