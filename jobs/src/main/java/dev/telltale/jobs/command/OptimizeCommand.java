package dev.telltale.jobs.command;

import dev.telltale.jobs.ExitCode;
import dev.telltale.jobs.maintenance.OptimizeJob;
import dev.telltale.jobs.maintenance.OptimizeOptions;
import dev.telltale.jobs.maintenance.OptimizeResult;
import dev.telltale.jobs.maintenance.OptimizedTable;
import dev.telltale.jobs.settings.CommandLine;
import dev.telltale.jobs.settings.Setting;
import dev.telltale.jobs.settings.Settings;
import dev.telltale.jobs.settings.UserMistake;
import dev.telltale.jobs.terminal.Amounts;
import dev.telltale.jobs.terminal.ProgressLine;
import dev.telltale.jobs.terminal.TextTable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.SparkSession;

/** {@code telltale optimize}. */
final class OptimizeCommand implements Command {
  private static final Duration LEAST_RETAINED = Duration.ofDays(1);
  private static final Setting<String> LAKE =
      Setting.requiredText("lake", "URI", "Folder of the Delta tables, local or s3a.");
  private static final Setting<Duration> RETAIN =
      Setting.span(
          "retain",
          "How long files of older versions, and manifests of finished runs, are kept; at least 1d.",
          "7d");
  private static final Setting<Boolean> DRY_RUN =
      Setting.flag("dry-run", "Say what would be done, and do nothing.");
  private static final Setting<Boolean> FULL =
      Setting.flag(
          "full",
          "Also order partitions of more than one file by what queries ask for: rewrites them whole.");

  @Override
  public CommandLine commandLine() {
    List<Setting<?>> settings = new ArrayList<>(List.of(LAKE, RETAIN, DRY_RUN, FULL));
    settings.addAll(StoreSettings.all());
    settings.add(ScanSettings.CONFIG);
    return new CommandLine(
        "optimize",
        "",
        0,
        0,
        "join the small files of a lake, delete those of old versions",
        "Changes no row, and may run beside a scan; docs/tables.md says when it is worth a call.",
        settings);
  }

  @Override
  public int run(Settings settings, Terminal terminal) {
    if (settings.value(RETAIN).compareTo(LEAST_RETAINED) < 0) {
      throw new UserMistake(
          "--retain is too short",
          "a scan or a query that is running now could lose files that it still needs",
          "give a day or more, such as 1d, 36h or 7d");
    }
    SparkSession spark = Sessions.open("optimize");
    StoreSettings.apply(settings, List.of(), spark.sparkContext().hadoopConfiguration());
    OptimizeOptions options =
        new OptimizeOptions(
            settings.value(LAKE),
            settings.value(RETAIN),
            settings.value(DRY_RUN),
            settings.value(FULL));
    ProgressLine progress = terminal.progress();
    OptimizeResult result = new OptimizeJob(spark, options, progress::step, terminal.clock()).run();
    terminal.out().print(options.dryRun() ? planned(result) : done(result));
    return ExitCode.DONE;
  }

  private static String done(OptimizeResult result) {
    TextTable table =
        TextTable.of("table", ">files", ">after", ">bytes", ">after", ">stored", ">after");
    for (OptimizedTable each : result.tables()) {
      table.row(
          each.table().id(),
          Amounts.count(each.before().files()),
          Amounts.count(each.after().files()),
          Amounts.bytes(each.before().bytes()),
          Amounts.bytes(each.after().bytes()),
          Amounts.bytes(each.before().stored()),
          Amounts.bytes(each.after().stored()));
    }
    return table
        + "\nManifests of finished runs removed: "
        + Amounts.count(result.manifests())
        + ". \"stored\" counts the files of older versions too, until they are past their retention.\n";
  }

  private static String planned(OptimizeResult result) {
    TextTable table =
        TextTable.of("table", ">files", ">to join", ">bytes", ">stored", ">files to delete");
    for (OptimizedTable each : result.tables()) {
      table.row(
          each.table().id(),
          Amounts.count(each.before().files()),
          Amounts.count(each.before().small()),
          Amounts.bytes(each.before().bytes()),
          Amounts.bytes(each.before().stored()),
          Amounts.count(each.unused()));
    }
    return table
        + "\nManifests of finished runs to remove: "
        + Amounts.count(result.manifests())
        + ". Nothing was changed.\n";
  }
}
