package dev.telltale.jobs.command;

import dev.telltale.jobs.ExitCode;
import dev.telltale.jobs.listing.ListingOptions;
import dev.telltale.jobs.scan.ScanJob;
import dev.telltale.jobs.scan.ScanOptions;
import dev.telltale.jobs.scan.ScanPlan;
import dev.telltale.jobs.scan.ScanPlanning;
import dev.telltale.jobs.scan.ScanStream;
import dev.telltale.jobs.scan.ScanWatcher;
import dev.telltale.jobs.settings.CommandLine;
import dev.telltale.jobs.settings.Setting;
import dev.telltale.jobs.settings.Settings;
import dev.telltale.jobs.tables.Lake;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;

/** {@code telltale scan}. */
final class ScanCommand implements Command {
  private static final Setting<List<String>> SOURCE =
      Setting.requiredTexts(
          "source", "URI", "What to scan: s3a://bucket[/prefix], file:///folder, or one object.");
  private static final Setting<String> LAKE =
      Setting.requiredText(
          "lake", "URI", "Folder of the Delta tables, local or s3a; made if it is not there.");
  private static final Setting<Long> TASK_BYTES =
      Setting.bytes(
          "task-bytes",
          "How much one task reads; 2m to 64m by the size of the work unless given.",
          0L);
  private static final Setting<Long> BATCH_BYTES =
      Setting.bytes("batch-bytes", "How many stored bytes are committed together.", 2L << 30);
  private static final Setting<Boolean> PLAN =
      Setting.flag("plan", "Only tell what would be read, and about what it would cost.");
  private static final Setting<Double> CORE_HOUR_PRICE =
      Setting.dollars(
          "core-hour-price",
          "With --plan: what an hour of a core with its memory costs; the default is EMR"
              + " Serverless's list price in us-east-1.",
          PlanCost.SERVERLESS_CORE_HOUR);

  private static final Setting<Boolean> RULES_CHANGED =
      Setting.flag(
          "rules-changed",
          "After a change of severities, floors or the allow list: read only objects with findings"
              + " again. Any other change reads everything again, as without this.");

  @Override
  public CommandLine commandLine() {
    List<Setting<?>> settings = new ArrayList<>(List.of(SOURCE, LAKE));
    settings.addAll(ScanEnd.all());
    settings.addAll(List.of(PLAN, CORE_HOUR_PRICE));
    settings.addAll(ListingSettings.all());
    settings.addAll(StreamSettings.all());
    settings.addAll(List.of(TASK_BYTES, BATCH_BYTES, RULES_CHANGED));
    settings.addAll(ScanSettings.all());
    settings.addAll(StoreSettings.all());
    settings.addAll(LakeSettings.all());
    return new CommandLine(
        "scan",
        "",
        0,
        0,
        "read new objects, decode them, detect sensitive values, write the tables",
        "Object versions that the lake's ledger has seen under the same rules are not read again.",
        settings);
  }

  @Override
  public int run(Settings settings, Terminal terminal) {
    Supplier<ListingOptions> listing =
        () -> ListingSettings.options(settings, settings.value(SOURCE), terminal.clock().instant());
    boolean stream = StreamSettings.isStream(settings);
    ListingOptions now = listing.get();
    SparkSession spark = Sessions.open("scan");
    Configuration hadoop = spark.sparkContext().hadoopConfiguration();
    StoreSettings.apply(settings, settings.value(SOURCE), hadoop);
    LakeSettings.apply(settings, settings.value(LAKE), hadoop);
    ScanOptions options =
        new ScanOptions(
            now,
            settings.value(LAKE),
            ScanSettings.key(settings, hadoop),
            settings.value(ScanSettings.INCLUDE_EXAMPLES),
            settings.value(TASK_BYTES),
            settings.value(BATCH_BYTES),
            ScanSettings.team(settings, hadoop, terminal),
            settings.value(RULES_CHANGED));
    if (settings.value(PLAN)) {
      return plan(settings, terminal, new ScanPlanning(spark, options).plan());
    }
    ScanWatcher watcher = new ShownProgress(terminal.progress());
    Lake lake = new Lake(spark, options.lake());
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

  private static int plan(Settings settings, Terminal terminal, ScanPlan plan) {
    PlanCost cost = new PlanCost(plan, settings.value(CORE_HOUR_PRICE));
    terminal
        .out()
        .print(
            ScanEnd.isJson(settings)
                ? SummaryJson.of(plan, cost, settings.value(SOURCE))
                : new PlanText(plan, cost).text());
    return ExitCode.DONE;
  }
}
