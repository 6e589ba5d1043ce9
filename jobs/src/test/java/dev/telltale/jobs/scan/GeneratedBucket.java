package dev.telltale.jobs.scan;

import dev.telltale.demo.export.ExportGenerator;
import dev.telltale.demo.export.ExportSettings;
import dev.telltale.demo.export.ExportUpload;
import dev.telltale.demo.leaks.ExportTruth;
import dev.telltale.demo.server.S3Server;
import dev.telltale.detection.finding.FingerprintKey;
import dev.telltale.jobs.SparkForTests;
import dev.telltale.jobs.tables.Lake;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;

/** A generated export on an S3 server in memory, for tests that scan it. */
final class GeneratedBucket implements AutoCloseable {
  static final FingerprintKey KEY =
      FingerprintKey.of("a key for tests, never for use".getBytes(StandardCharsets.UTF_8));

  private final S3Server server = S3Server.memory();
  private final SparkSession spark = SparkForTests.session();
  private final ExportGenerator export = new ExportGenerator(ExportSettings.defaults());

  /** With all objects of the export. */
  GeneratedBucket() throws IOException, InterruptedException {
    this("");
  }

  /** With the objects of the export whose keys begin so. */
  GeneratedBucket(String prefix) throws IOException, InterruptedException {
    Configuration hadoop = hadoop();
    server.s3aSettings().forEach(hadoop::set);
    hadoop.set("fs.s3a.impl.disable.cache", "true");
    server.createBucket("export");
    server.createBucket("lakes");
    Path root = new Path("s3a://export/");
    try (FileSystem files = FileSystem.newInstance(root.toUri(), hadoop)) {
      new ExportUpload(files, root)
          .run(export.objects().filter(object -> object.key().startsWith(prefix)).iterator());
    }
  }

  SparkSession spark() {
    return spark;
  }

  Configuration hadoop() {
    return spark.sparkContext().hadoopConfiguration();
  }

  ExportTruth truth() {
    return export.truth();
  }

  int port() {
    return server.port();
  }

  int objectCount() {
    return export.objectCount();
  }

  ScanOptions options(String lake, String prefix, long batchBytes) {
    return new ScanOptions(
        List.of("s3a://export" + prefix), "s3a://lakes/" + lake, KEY, false, 0, batchBytes);
  }

  ScanResult scan(ScanOptions options, ScanWatcher watcher) {
    return new ScanJob(spark, options, watcher, Clock.systemUTC()).run();
  }

  Lake lake(ScanOptions options) {
    return new Lake(spark, options.lake());
  }

  @Override
  public void close() {
    server.close();
  }
}
