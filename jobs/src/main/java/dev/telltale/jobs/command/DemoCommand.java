package dev.telltale.jobs.command;

import dev.telltale.jobs.ExitCode;
import dev.telltale.jobs.demo.ExportGenerator;
import dev.telltale.jobs.demo.ExportSettings;
import dev.telltale.jobs.demo.ExportUpload;
import dev.telltale.jobs.demo.S3Server;
import dev.telltale.jobs.demo.S3ServerFailed;
import dev.telltale.jobs.scan.ScanJob;
import dev.telltale.jobs.scan.ScanOptions;
import dev.telltale.jobs.scan.ScanResult;
import dev.telltale.jobs.settings.CommandLine;
import dev.telltale.jobs.settings.Setting;
import dev.telltale.jobs.settings.Settings;
import dev.telltale.jobs.settings.UserMistake;
import dev.telltale.jobs.store.StoreProblems;
import dev.telltale.jobs.tables.Lake;
import dev.telltale.jobs.terminal.Amounts;
import dev.telltale.jobs.terminal.ProgressLine;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.spark.sql.SparkSession;

/** {@code telltale demo}: the main job on a generated export, with a real S3 server on loopback. */
final class DemoCommand implements Command {
  private static final String EXPORT = "export";
  private static final String LAKE = "lake";

  private static final Setting<String> DIRECTORY =
      Setting.text(
          "dir",
          "FOLDER",
          "Where the demo keeps its buckets; made anew at each call.",
          "telltale-demo");
  private static final Setting<Integer> PORT =
      Setting.count("port", "Port of the S3 server on 127.0.0.1; 0 takes a free one.", 0);
  private static final Setting<Integer> SCALE =
      Setting.count(
          "scale", "How much clean telemetry is generated: 1 is some 20 MB, 30 some 500 MB.", 1);
  private static final Setting<Boolean> SMALL_OBJECTS =
      Setting.flag("small-objects", "Generate the bulk as objects of some 4 kB.");

  @Override
  public CommandLine commandLine() {
    return new CommandLine(
        "demo",
        "",
        0,
        0,
        "generate an export, scan it through S3 on this machine, show what it gives away",
        "Starts an S3 server on loopback, uploads a generated export bucket with planted leaks, scans it through\n"
            + "s3a and leaves the lake in a local folder. Needs no account, no network and no cluster.",
        List.of(DIRECTORY, PORT, SCALE, SMALL_OBJECTS, ScanSettings.FINGERPRINT_KEY));
  }

  @Override
  public int run(Settings settings, Terminal terminal) {
    Path folder = Path.of(settings.value(DIRECTORY)).toAbsolutePath().normalize();
    int scale = Math.max(1, settings.value(SCALE));
    DemoFolder.prepare(folder, scale);
    ProgressLine progress = terminal.progress();
    ExportGenerator export =
        new ExportGenerator(
            new ExportSettings(
                ExportSettings.defaults().seed(), scale, settings.value(SMALL_OBJECTS)));
    progress.step("starting an S3 server on 127.0.0.1");
    try (S3Server server = S3Server.files(folder, settings.value(PORT))) {
      SparkSession spark = Sessions.open("demo");
      Configuration hadoop = spark.sparkContext().hadoopConfiguration();
      server.s3aSettings().forEach(hadoop::set);
      server.createBucket(EXPORT);
      server.createBucket(LAKE);
      upload(export, hadoop, progress);
      ScanOptions options =
          new ScanOptions(
              List.of("s3a://" + EXPORT),
              "s3a://" + LAKE,
              ScanSettings.key(settings, hadoop),
              false,
              0,
              2L << 30);
      ScanResult result =
          new ScanJob(spark, options, new ShownProgress(progress), terminal.clock()).run();
      Lake lake = new Lake(spark, options.lake());
      terminal.out().print(new ScanSummary(lake, result).text());
      terminal.out().print(DemoTruth.text(export.truth(), lake, options.fingerprintKey()));
      terminal.out().print(next(folder, lake));
      return ExitCode.DONE;
    } catch (S3ServerFailed failed) {
      throw new UserMistake(failed.problem(), failed.reason(), failed.remedy());
    } catch (IOException failed) {
      throw new UserMistake(
          List.of(StoreProblems.of("the demo's bucket cannot be filled", failed)));
    }
  }

  private static void upload(ExportGenerator export, Configuration hadoop, ProgressLine progress)
      throws IOException {
    progress.step(
        "uploading a generated export of " + Amounts.count(export.objectCount(), "object"));
    org.apache.hadoop.fs.Path root = new org.apache.hadoop.fs.Path("s3a://" + EXPORT + "/");
    try (FileSystem files = FileSystem.newInstance(root.toUri(), hadoop)) {
      long bytes =
          new ExportUpload(files, root).run(export.objects().iterator(), (objects, sent) -> {});
      progress.step("uploaded " + Amounts.bytes(bytes));
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", stopped);
    }
  }

  private static String next(Path folder, Lake lake) {
    Path here = Path.of("").toAbsolutePath();
    String shown = (folder.startsWith(here) ? here.relativize(folder) : folder).toString();
    return """

        What to try next (the server is gone, its buckets are folders now)
          scripts/telltale sql --lake %1$s/lake "SELECT rule, field_pattern, count(*) AS places, count(DISTINCT fingerprint) AS values FROM findings GROUP BY ALL ORDER BY places DESC LIMIT 20"
          scripts/telltale sql --lake %1$s/lake "SELECT status, format, count(*) AS objects, sum(bytes_unread) AS unread FROM objects GROUP BY ALL ORDER BY ALL"
          scripts/telltale inspect %1$s/export/%2$s
        """
        .formatted(shown, DemoTruth.worthInspecting(lake));
  }
}
