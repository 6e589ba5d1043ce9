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
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.List;

/** An export of log objects in a local folder, and a lake beside it. */
public final class SmallExport {
  private static final String KEY_TEXT = "a key for tests, never for use";
  private static final FingerprintKey KEY =
      FingerprintKey.of(KEY_TEXT.getBytes(StandardCharsets.UTF_8));

  private final Path folder;

  public SmallExport(Path folder) {
    this.folder = folder;
  }

  /** One log event in an object of its own. */
  public SmallExport log(String key, String message) throws IOException {
    return object(
        key,
        "{\"time\":\"2026-11-20T10:00:00Z\",\"severity\":\"info\",\"message\":\""
            + message
            + "\"}\n");
  }

  /** An object with this content. */
  public SmallExport object(String key, String content) throws IOException {
    Path object = folder.resolve("export").resolve(key);
    Files.createDirectories(object.getParent());
    Files.writeString(object, content);
    return this;
  }

  /** The folder that is scanned. */
  public Path source() {
    return folder.resolve("export");
  }

  /** The key that fingerprints are made with, as a file. */
  public Path keyFile() throws IOException {
    Path file = folder.resolve("key");
    if (!Files.exists(file)) {
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(file, KEY_TEXT);
    }
    return file;
  }

  public String lakePath() {
    return folder.resolve("lake").toString();
  }

  public Lake lake() {
    return new Lake(SparkForTests.session(), lakePath());
  }

  public ScanResult scan() {
    return scan(lakePath(), false);
  }

  /** In as many tasks as there are objects. */
  public ScanResult scan(String lake, boolean includeExamples) {
    ScanOptions options =
        new ScanOptions(
            List.of("file://" + folder.resolve("export")), lake, KEY, includeExamples, 1, 1L << 30);
    return new ScanJob(SparkForTests.session(), options, ScanWatcher.silent(), Clock.systemUTC())
        .run();
  }
}
