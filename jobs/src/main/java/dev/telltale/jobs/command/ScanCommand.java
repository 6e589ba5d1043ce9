package dev.telltale.jobs.command;

import static org.apache.spark.sql.functions.col;

import dev.telltale.jobs.ExitCode;
import dev.telltale.jobs.scan.RunTotals;
import dev.telltale.jobs.scan.ScanJob;
import dev.telltale.jobs.scan.ScanOptions;
import dev.telltale.jobs.scan.ScanResult;
import dev.telltale.jobs.scan.ScanRules;
import dev.telltale.jobs.settings.CommandLine;
import dev.telltale.jobs.settings.Setting;
import dev.telltale.jobs.settings.Settings;
import dev.telltale.jobs.tables.Lake;
import dev.telltale.jobs.tables.LakeTable;
import java.util.ArrayList;
import java.util.List;
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
  private static final Setting<String> FAIL_ON =
      Setting.choice(
          "fail-on",
          "Exit with 1 if this scan found anything of that severity or worse.",
          null,
          "low",
          "medium",
          "high",
          "critical");
  private static final Setting<Double> MIN_COVERAGE =
      Setting.fraction("min-coverage", "Exit with 3 if less of the bytes was looked at.", 0);
  private static final Setting<Long> TASK_BYTES =
      Setting.bytes(
          "task-bytes",
          "How much one task reads; 2m to 64m by the size of the work unless given.",
          0L);
  private static final Setting<Long> BATCH_BYTES =
      Setting.bytes("batch-bytes", "How many stored bytes are committed together.", 2L << 30);

  private static final Setting<Boolean> RULES_CHANGED =
      Setting.flag(
          "rules-changed",
          "After a change of severities, floors or the allow list: read only objects with findings"
              + " again. Any other change reads everything again, as without this.");

  @Override
  public CommandLine commandLine() {
    List<Setting<?>> settings =
        new ArrayList<>(
            List.of(SOURCE, LAKE, FAIL_ON, MIN_COVERAGE, TASK_BYTES, BATCH_BYTES, RULES_CHANGED));
    settings.addAll(ScanSettings.all());
    settings.addAll(StoreSettings.all());
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
    SparkSession spark = Sessions.open("scan");
    Configuration hadoop = spark.sparkContext().hadoopConfiguration();
    StoreSettings.apply(settings, settings.value(SOURCE), hadoop);
    ScanOptions options =
        new ScanOptions(
            settings.value(SOURCE),
            settings.value(LAKE),
            ScanSettings.key(settings, hadoop),
            settings.value(ScanSettings.INCLUDE_EXAMPLES),
            settings.value(TASK_BYTES),
            settings.value(BATCH_BYTES),
            ScanSettings.team(settings, hadoop, terminal));
    ShownProgress progress = new ShownProgress(terminal.progress());
    Lake lake = new Lake(spark, options.lake());
    new RulesOfLake(spark, lake, ScanRules.of(options.includeExamples(), options.team()))
        .prepare(settings.value(RULES_CHANGED), progress, terminal.clock());
    ScanResult result = new ScanJob(spark, options, progress, terminal.clock()).run();
    terminal.out().print(new ScanSummary(lake, result).text());
    return exitCode(settings, lake, result);
  }

  private static int exitCode(Settings settings, Lake lake, ScanResult result) {
    RunTotals totals = result.totals();
    if (totals.coverage() < settings.value(MIN_COVERAGE)) {
      return ExitCode.BELOW;
    }
    String failOn = settings.value(FAIL_ON);
    if (failOn != null && !result.nothingNew()) {
      boolean met =
          !lake.read(LakeTable.FINDINGS)
              .where(
                  col("run_id")
                      .isin(result.runs().toArray())
                      .and(col("suppressed_by").isNull())
                      .and(col("severity").isin(Severities.atLeast(failOn).toArray())))
              .isEmpty();
      return met ? ExitCode.FOUND : ExitCode.DONE;
    }
    return ExitCode.DONE;
  }
}
