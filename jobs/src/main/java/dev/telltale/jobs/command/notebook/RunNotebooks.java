package dev.telltale.jobs.command.notebook;

import dev.telltale.jobs.command.Command;
import dev.telltale.jobs.command.DetectionSettings;
import dev.telltale.jobs.command.ExitCode;
import dev.telltale.jobs.command.LakeSettings;
import dev.telltale.jobs.command.OutputFolder;
import dev.telltale.jobs.command.Retention;
import dev.telltale.jobs.command.Sessions;
import dev.telltale.jobs.command.StoreSettings;
import dev.telltale.jobs.command.Terminal;
import dev.telltale.jobs.command.sql.LakeSql;
import dev.telltale.jobs.settings.ProductVersion;
import dev.telltale.jobs.settings.Setting;
import dev.telltale.jobs.settings.Settings;
import dev.telltale.jobs.settings.Syntax;
import dev.telltale.jobs.settings.ValueType;
import dev.telltale.jobs.tables.LakeFolder;
import dev.telltale.jobs.terminal.ProgressLine;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;

/** {@code telltale notebook run}. */
final class RunNotebooks implements Command {
  private static final Setting<List<String>> FILES =
      Setting.operand(ValueType.FILE)
          .describedAs(
              "Notebooks to run: files, or names or numbers of those that telltale notebook list"
                  + " shows.")
          .required()
          .many();
  private static final Setting<String> OUT =
      Setting.option("out", ValueType.text("DIR"))
          .describedAs(
              "Folder to write the notebooks and pages to, on this machine (it is created) or"
                  + " s3a://BUCKET/PREFIX.")
          .standard("telltale-notebooks")
          .one();
  private static final Setting<List<Variables.Given>> SET =
      Setting.option("set", Variables.TYPE)
          .describedAs(
              "What stands for the variable NAME in the cells, whatever a SET cell says. May be given"
                  + " several times.")
          .many();

  @Override
  public Syntax syntax() {
    List<Setting<?>> settings =
        new ArrayList<>(
            List.of(
                FILES,
                LakeSettings.LAKE,
                OUT,
                SET,
                DetectionSettings.FINGERPRINT_KEY,
                Retention.DEFAULT));
    settings.addAll(StoreSettings.all());
    return Syntax.of(
        "run",
        "run notebooks over a lake; write them with their results, and as pages",
        "Cells read the lake and nothing else, as in telltale sql. Ends at the first cell that"
            + " fails, names it, and writes what was run before.",
        settings);
  }

  @Override
  public int run(Settings settings, Terminal terminal) {
    List<Notebook> notebooks = NotebookFiles.read(settings.value(FILES));
    Variables.requireKnown(settings.value(SET), notebooks);
    StoreSettings.requireEncrypted(settings);
    LakeFolder.requireLake(settings.value(LakeSettings.LAKE));
    OutputFolder folder = OutputFolder.at("--out", settings.value(OUT));
    ProgressLine progress = terminal.progress();
    progress.step("starting Spark");
    SparkSession spark = Sessions.open("notebook");
    Configuration hadoop = spark.sparkContext().hadoopConfiguration();
    StoreSettings.apply(settings, List.of(), hadoop);
    LakeSql lake =
        new LakeSql(
            spark,
            LakeSettings.root(settings),
            false,
            DetectionSettings.keyPlace(settings),
            () -> Retention.of(spark, LakeSettings.root(settings), settings, terminal));
    String subtitle =
        "Run over the lake "
            + LakeSettings.root(settings)
            + " on "
            + terminal.clock().instant().truncatedTo(ChronoUnit.MINUTES)
            + " by Telltale "
            + ProductVersion.text()
            + ". Values are masked: the lake holds none.";
    for (Notebook notebook : notebooks) {
      CellRunner runner = new CellRunner(lake, new Variables(settings.value(SET)));
      NotebookRun run = NotebookRun.of(notebook, runner, progress::step);
      for (String file :
          List.of(
              folder.write(notebook.name() + Notebook.END, ExecutedNotebook.json(notebook, run)),
              folder.write(
                  notebook.name() + ".html", NotebookPage.html(notebook, run, subtitle)))) {
        terminal.out().println("wrote " + file);
      }
      run.throwIfFailed();
    }
    return ExitCode.DONE;
  }
}
