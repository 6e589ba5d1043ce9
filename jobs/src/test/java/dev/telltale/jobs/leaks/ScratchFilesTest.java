package dev.telltale.jobs.leaks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.telltale.jobs.command.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a driver leaves in Spark's scratch folders when it is killed. */
final class ScratchFilesTest {
  private static final String KEY = "Zq7wLr0key-for-scratch-tests-Xe41";
  private static final String PASSWORD = "vQ8-scratch!canary-77Lm";
  private static final String PLACE = "logs/2026/11/20/10/scratch-canary-object";

  @TempDir private Path folder;

  @Test
  void theSearchSeesWhatSparkKeepsInClear() throws Exception {
    ScratchFolder left =
        ScratchFolder.of(
            folder, List.of("spark.io.encryption.enabled=false"), List.of("plain", PASSWORD));
    assertEquals(ScratchProcess.DIED, left.end().code(), left.end().output());
    assertFalse(left.traces(PASSWORD).isEmpty(), "a search that finds nothing proves nothing");
  }

  @Test
  void encryptionCoversBlocksBroadcastsAndShuffles() throws Exception {
    ScratchFolder left =
        ScratchFolder.of(
            folder, List.of("spark.io.encryption.enabled=true"), List.of("plain", PASSWORD));
    assertEquals(ScratchProcess.DIED, left.end().code(), left.end().output());
    assertTrue(left.files().size() > 3, left.files()::toString);
    assertEquals(List.of(), left.traces(PASSWORD));
  }

  @Test
  void aKilledScanLeavesNeitherKeyNorRowsNorPlaces() throws Exception {
    ScratchFolder left = ScratchFolder.of(folder, List.of(), scan());
    assertEquals(ScratchProcess.DIED, left.end().code(), left.end().output());
    assertEquals(List.of(), left.traces(KEY));
    assertEquals(List.of(), left.traces(PASSWORD));
    // Rows are kept as they are written to the lake, with the key of their object.
    assertEquals(List.of(), left.traces(PLACE));
    assertEquals(null, new Canary(KEY).formIn(left.end().output()));
  }

  @Test
  void withoutEncryptionThereIsNoScan() throws Exception {
    ScratchFolder left =
        ScratchFolder.of(folder, List.of("spark.io.encryption.enabled=false"), scan());
    assertEquals(ExitCode.MISTAKE, left.end().code(), left.end().output());
    assertTrue(
        left.end().output().contains("spark.io.encryption.enabled is false"), left.end().output());
    assertEquals(List.of(), left.traces(KEY));
  }

  private List<String> scan() throws IOException {
    Path export = folder.resolve("export");
    for (int object = 0; object < 40; object++) {
      Path file = export.resolve(PLACE + "-" + object);
      Files.createDirectories(file.getParent());
      Files.writeString(
          file,
          "{\"time\":\"2026-11-20T10:00:00Z\",\"message\":\"line\",\"password\":\"%s\"}\n"
              .formatted(PASSWORD)
              .repeat(200));
    }
    Path key = Files.writeString(folder.resolve("key"), KEY);
    Files.setPosixFilePermissions(
        key, java.nio.file.attribute.PosixFilePermissions.fromString("rw-------"));
    return List.of(
        "scan",
        "--source",
        "file://" + export,
        "--lake",
        folder.resolve("lake").toString(),
        "--fingerprint-key",
        "file://" + key);
  }
}
