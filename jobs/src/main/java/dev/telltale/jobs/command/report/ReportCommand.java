package dev.telltale.jobs.command.report;

import dev.telltale.jobs.command.Command;
import dev.telltale.jobs.command.ExitCode;
import dev.telltale.jobs.command.LakeSettings;
import dev.telltale.jobs.command.OutputFolder;
import dev.telltale.jobs.command.Sessions;
import dev.telltale.jobs.command.StoreSettings;
import dev.telltale.jobs.command.Terminal;
import dev.telltale.jobs.command.report.export.AsffAccount;
import dev.telltale.jobs.command.report.export.ExportFormat;
import dev.telltale.jobs.settings.Setting;
import dev.telltale.jobs.settings.Settings;
import dev.telltale.jobs.settings.Syntax;
import dev.telltale.jobs.settings.ValueType;
import dev.telltale.jobs.tables.LakeFolder;
import dev.telltale.jobs.terminal.Amounts;
import dev.telltale.jobs.terminal.ProgressLine;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.SparkSession;

/** {@code telltale report}. */
public final class ReportCommand implements Command {
  private static final String PAGE = "report.html";
  private static final String JSON = "report.json";

  private static final Setting<String> OUT =
      Setting.option("out", ValueType.text("DIR"))
          .describedAs(
              "Folder to write to, on this machine (it is created) or s3a://BUCKET/PREFIX.")
          .standard("telltale-report")
          .one();
  private static final Setting<List<String>> EXPORT =
      Setting.option("export", ValueType.choice(ExportFormat.names()))
          .describedAs(
              "Also write every finding in this format: SARIF 2.1.0, OCSF 1.6.0 (Data Security"
                  + " Finding), ASFF (AWS Security Hub), or CSV. May be given several times.")
          .many();

  @Override
  public Syntax syntax() {
    List<Setting<?>> settings =
        new ArrayList<>(
            List.of(LakeSettings.LAKE, OUT, EXPORT, RetentionTerms.RETENTION, AsffAccount.ACCOUNT));
    settings.addAll(StoreSettings.all());
    settings.add(Settings.CONFIG);
    return Syntax.of(
        "report",
        "write a page about what was found, JSON for machines, and exports",
        "Writes "
            + PAGE
            + ", one file that needs no network, and "
            + JSON
            + ". Values are masked in all of them; docs/report.md explains them.",
        settings);
  }

  @Override
  public int run(Settings settings, Terminal terminal) {
    List<ExportFormat> formats = ExportFormat.of(settings.value(EXPORT));
    AsffAccount account = AsffAccount.of(settings, formats);
    RetentionTerms retention = RetentionTerms.of(settings.value(RetentionTerms.RETENTION));
    StoreSettings.requireEncrypted(settings);
    LakeFolder.requireLake(settings.value(LakeSettings.LAKE));
    OutputFolder folder = OutputFolder.at("--out", settings.value(OUT));
    ProgressLine progress = terminal.progress();
    progress.step("starting Spark");
    SparkSession spark = Sessions.open("report").newSession();
    StoreSettings.apply(settings, List.of(), spark.sparkContext().hadoopConfiguration());
    progress.step("reading the lake");
    try (ReportedLake lake = new ReportedLake(spark, LakeSettings.root(settings))) {
      Report report = lake.report(retention, terminal.clock().instant());
      progress.step("writing the page");
      written(terminal, folder.write(PAGE, ReportPage.html(report, lake)));
      written(terminal, folder.write(JSON, ReportJson.of(report)));
      for (String file : new ReportExports(lake, report, folder, account).write(formats)) {
        written(terminal, file);
      }
      terminal
          .out()
          .println(
              report.coveredText()
                  + " covered; "
                  + Amounts.count(report.valueCount(), "value")
                  + " at "
                  + Amounts.count(report.placeCount(), "place")
                  + ".");
    }
    return ExitCode.DONE;
  }

  private static void written(Terminal terminal, String file) {
    terminal.out().println("wrote " + file);
  }
}
