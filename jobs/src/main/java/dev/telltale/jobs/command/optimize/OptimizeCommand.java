package dev.telltale.jobs.command.optimize;

import dev.telltale.jobs.command.Command;
import dev.telltale.jobs.command.ExitCode;
import dev.telltale.jobs.command.LakeSettings;
import dev.telltale.jobs.command.Sessions;
import dev.telltale.jobs.command.StoreSettings;
import dev.telltale.jobs.command.Terminal;
import dev.telltale.jobs.maintenance.OptimizeJob;
import dev.telltale.jobs.maintenance.OptimizeOptions;
import dev.telltale.jobs.maintenance.OptimizeResult;
import dev.telltale.jobs.maintenance.OptimizedTable;
import dev.telltale.jobs.settings.Setting;
import dev.telltale.jobs.settings.Settings;
import dev.telltale.jobs.settings.Syntax;
import dev.telltale.jobs.settings.UserMistake;
import dev.telltale.jobs.settings.ValueType;
import dev.telltale.jobs.tables.LakeFolder;
import dev.telltale.jobs.terminal.Amounts;
import dev.telltale.jobs.terminal.ProgressLine;
import dev.telltale.jobs.terminal.TextTable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.SparkSession;

/** {@code telltale optimize}. */
public final class OptimizeCommand implements Command {
  private static final Duration MIN_RETAINED = Duration.ofDays(1);

  private static final Setting<Duration> RETAIN =
      Setting.option("retain", ValueType.DURATION)
          .describedAs(
              "How long files of older versions, and manifests of finished runs, are kept; at least"
                  + " 1d.")
          .standard(Duration.ofDays(7))
          .one();
  private static final Setting<Boolean> DRY_RUN =
      Setting.option("dry-run", ValueType.SWITCH)
          .describedAs("Say what would be done, and do nothing.")
          .standard(false)
          .one();
  private static final Setting<Boolean> FULL =
      Setting.option("full", ValueType.SWITCH)
          .describedAs(
              "Also order partitions of more than one file by what queries ask for, which rewrites"
                  + " them whole.")
          .standard(false)
          .one();

  @Override
  public Syntax syntax() {
    List<Setting<?>> settings = new ArrayList<>(List.of(LakeSettings.LAKE, RETAIN, DRY_RUN, FULL));
    settings.addAll(StoreSettings.all());
    settings.add(Settings.CONFIG);
    return Syntax.of(
        "optimize",
        "join the small files of a lake, delete those of old versions",
        "Changes no row, and may run beside a scan; docs/tables.md says when it is worthwhile.",
        settings);
  }

  @Override
  public int run(Settings settings, Terminal terminal) {
    if (settings.value(RETAIN).compareTo(MIN_RETAINED) < 0) {
      throw new UserMistake(
          "--retain is too short",
          "a scan or a query that is running now could lose files that it still needs",
          "give a day or more, such as 1d, 36h or 7d");
    }
    StoreSettings.requireEncrypted(settings);
    LakeFolder.requireLake(settings.value(LakeSettings.LAKE));
    SparkSession spark = Sessions.open("optimize");
    StoreSettings.apply(settings, List.of(), spark.sparkContext().hadoopConfiguration());
    OptimizeOptions options =
        new OptimizeOptions(
            LakeSettings.root(settings),
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
