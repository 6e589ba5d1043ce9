package dev.telltale.jobs.tables;

import dev.telltale.detection.finding.FingerprintKey;
import dev.telltale.jobs.SparkForTests;
import dev.telltale.jobs.scan.ScanJob;
import dev.telltale.jobs.scan.ScanOptions;
import dev.telltale.jobs.scan.ScanResult;
import dev.telltale.jobs.scan.ScanWatcher;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/** An export of log objects in a local folder, and a lake beside it. */
final class SmallExport {
  private static final FingerprintKey KEY =
      FingerprintKey.of("a key for tests, never for use".getBytes(StandardCharsets.UTF_8));

  private final Path folder;

  SmallExport(Path folder) {
    this.folder = folder;
  }

  /** One log event in an object of its own. */
  SmallExport log(String key, String message) throws IOException {
    Path object = folder.resolve("export").resolve(key);
    Files.createDirectories(object.getParent());
    Files.writeString(
        object,
        "{\"time\":\"2026-11-20T10:00:00Z\",\"severity\":\"info\",\"message\":\""
            + message
            + "\"}\n");
    return this;
  }

  String lakePath() {
    return folder.resolve("lake").toString();
  }

  Lake lake() {
    return new Lake(SparkForTests.session(), lakePath());
  }

  ScanResult scan() {
    return scan(lakePath(), false);
  }

  /** In as many tasks as there are objects. */
  ScanResult scan(String lake, boolean includeExamples) {
    ScanOptions options =
        new ScanOptions(
            List.of("file://" + folder.resolve("export")), lake, KEY, includeExamples, 1, 1L << 30);
    return new ScanJob(SparkForTests.session(), options, ScanWatcher.silent(), Clock.systemUTC())
        .run();
  }
}
