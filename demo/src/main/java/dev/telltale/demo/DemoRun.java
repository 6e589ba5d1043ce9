package dev.telltale.demo;

import dev.telltale.demo.export.ExportGenerator;
import dev.telltale.demo.export.ExportUpload;
import dev.telltale.demo.server.S3Server;
import dev.telltale.demo.server.S3ServerFailed;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;

/** One demo, from the empty folder to the words about what to try next. */
final class DemoRun {
  private static final String EXPORT = "export";
  private static final String LAKE = "lake";

  /** Spark hands system properties of this prefix to Hadoop. */
  private static final String HADOOP_PREFIX = "spark.hadoop.";

  private final DemoOptions options;
  private final ScanTool tool;
  private final PrintStream out;
  private final PrintStream err;

  DemoRun(DemoOptions options, ScanTool tool, PrintStream out, PrintStream err) {
    this.options = options;
    this.tool = tool;
    this.out = out;
    this.err = err;
  }

  /**
   * Runs it.
   *
   * @return the exit code
   * @throws DemoMistake if the user can put right what stands in the way
   */
  int run() {
    Path folder = options.folder();
    DemoFolder.prepare(folder, options.scale());
    ExportGenerator export = new ExportGenerator(options.export());
    step("starting an S3 server on 127.0.0.1");
    try (S3Server server = S3Server.files(folder, options.port())) {
      server.createBucket(EXPORT);
      server.createBucket(LAKE);
      upload(export, server.s3aSettings());
      return scan(export, server.s3aSettings());
    } catch (S3ServerFailed failed) {
      throw new DemoMistake(failed.problem(), failed.reason(), failed.remedy());
    }
  }

  private void upload(ExportGenerator export, Map<String, String> s3a) {
    step("uploading a generated export of " + Amounts.count(export.objectCount(), "object"));
    Configuration hadoop = new Configuration();
    s3a.forEach(hadoop::set);
    org.apache.hadoop.fs.Path root = new org.apache.hadoop.fs.Path("s3a://" + EXPORT + "/");
    try (FileSystem files = FileSystem.newInstance(root.toUri(), hadoop)) {
      step(
          "uploaded "
              + Amounts.megabytes(new ExportUpload(files, root).run(export.objects().iterator())));
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw unfilled("the demo was interrupted");
    } catch (IOException refused) {
      throw unfilled("the store answered with " + refused.getClass().getSimpleName());
    }
  }

  private DemoMistake unfilled(String cause) {
    return new DemoMistake(
        "the demo's bucket cannot be filled",
        cause,
        "look for a full disk below "
            + options.folder()
            + ", or name another folder: --dir FOLDER");
  }

  private int scan(ExportGenerator export, Map<String, String> s3a) {
    s3a.forEach((name, value) -> System.setProperty(HADOOP_PREFIX + name, value));
    try {
      int code = tool.scan("s3a://" + EXPORT, "s3a://" + LAKE, key());
      if (code != Demo.DONE) {
        return code;
      }
      Comparison comparison =
          new Comparison(
              export.truth(),
              tool.query("s3a://" + LAKE, Comparison.QUERY, key()),
              FingerprintKeyFile.read(options.fingerprintKey()));
      out.print(comparison.text());
      out.println();
      code = tool.report("s3a://" + LAKE, options.folder());
      if (code != Demo.DONE) {
        return code;
      }
      out.print(next(comparison.worthInspecting()));
      return Demo.DONE;
    } catch (IOException unreadable) {
      throw new IllegalStateException("reading what the scan has just written", unreadable);
    } finally {
      s3a.keySet().forEach(name -> System.clearProperty(HADOOP_PREFIX + name));
    }
  }

  private List<String> key() {
    String place = options.fingerprintKey();
    return place == null ? List.of() : List.of("--fingerprint-key", place);
  }

  private String next(String objectKey) {
    Path here = Path.of("").toAbsolutePath();
    Path folder = options.folder();
    String shown = (folder.startsWith(here) ? here.relativize(folder) : folder).toString();
    return """

        What to try next (the server is gone, its buckets are folders now)
          open %1$s/report.html in a browser
          scripts/telltale notebook run 01 02 03 --lake %1$s/lake --out %1$s/notebooks
          scripts/telltale sql --lake %1$s/lake "SELECT rule, field_pattern, count(*) AS places, count(DISTINCT fingerprint) AS values FROM findings GROUP BY ALL ORDER BY places DESC LIMIT 20"
          scripts/telltale sql --lake %1$s/lake "SELECT status, format, count(*) AS objects, sum(bytes_unread) AS unread FROM objects GROUP BY ALL ORDER BY ALL"
          scripts/telltale inspect %1$s/export/%2$s
        """
        .formatted(shown, objectKey);
  }

  private void step(String what) {
    err.println("  " + what);
  }
}
