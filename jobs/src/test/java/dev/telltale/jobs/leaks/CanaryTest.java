package dev.telltale.jobs.leaks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.telltale.detection.finding.FingerprintKey;
import dev.telltale.jobs.SparkForTests;
import dev.telltale.jobs.command.CommandRun;
import dev.telltale.jobs.tables.Lake;
import dev.telltale.jobs.tables.LakeTable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a scan finds is nowhere readable in what it writes, and it finds each value at each of its
 * places: values of all kinds in objects of all formats, each given away once and repeated once.
 */
final class CanaryTest {
  private static final byte[] KEY =
      "a key for tests, never for use".getBytes(StandardCharsets.UTF_8);

  @TempDir private static Path folder;
  private static CanaryExport export;
  private static CommandRun scan;
  private static CommandRun stream;

  @BeforeAll
  static void scan() throws IOException {
    export = new CanaryExport(folder.resolve("export"), 20261130);
    Path key = folder.resolve("key");
    Files.write(key, KEY);
    Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
    scan = run("lake");
    stream = run("streamed", "--available-now");
  }

  private static CommandRun run(String lake, String... more) {
    List<String> words =
        new ArrayList<>(
            List.of(
                "scan",
                "--source",
                "file://" + folder.resolve("export"),
                "--lake",
                folder.resolve(lake).toString(),
                "--fingerprint-key",
                "file://" + folder.resolve("key")));
    words.addAll(List.of(more));
    return CommandRun.of("", words.toArray(String[]::new));
  }

  @Test
  void thereAreEnoughOfThem() {
    assertTrue(export.canaries().size() >= 150, export.canaries().size() + " canaries");
    assertTrue(export.objects() >= 40, export.objects() + " objects");
  }

  @Test
  void eachCanaryIsAFindingAtEachOfItsPlaces() {
    assertEquals(0, scan.code(), scan.err());
    export.assertFound(lake("lake"), FingerprintKey.of(KEY));
  }

  @Test
  void aStreamFindsTheSame() {
    assertEquals(0, stream.code(), stream.err());
    export.assertFound(lake("streamed"), FingerprintKey.of(KEY));
  }

  @Test
  void noCanaryCanBeReadInWhatWasWritten() throws IOException {
    CanarySearch search = new CanarySearch(export.canaries());
    for (String name : List.of("lake", "streamed")) {
      search.files(name, folder.resolve(name));
      for (LakeTable table : LakeTable.values()) {
        lake(name)
            .read(table)
            .toJSON()
            .collectAsList()
            .forEach(row -> search.text(name + " " + table, row));
      }
    }
    search.text("output", scan.out() + stream.out()).text("messages", scan.err() + stream.err());
    assertTrue(
        search.readable().isEmpty(),
        () -> search.readable().size() + ":\n" + String.join("\n", search.readable()));
  }

  @Test
  void aKeyIsAFindingAndMaskedWhereItIsShown() throws IOException {
    String person = "liesel.nyborg417@harbourlinesoft.com";
    Path object = folder.resolve("keys/exports/" + person + "/log.json");
    Files.createDirectories(object.getParent());
    Files.writeString(object, "{\"password\":\"vQ8-scratch!canary-77Lm\"}\n{\n");
    CommandRun run =
        CommandRun.of(
            "",
            "scan",
            "--source",
            "file://" + folder.resolve("keys"),
            "--lake",
            folder.resolve("keyed").toString(),
            "--fingerprint-key",
            "file://" + folder.resolve("key"));
    assertEquals(0, run.code(), run.err());
    assertTrue(run.out().contains("pii.email"), run.out());
    assertFalse(run.out().contains(person), run.out());
    assertEquals(
        1, lake("keyed").read(LakeTable.FINDINGS).where("field_path = 'object_key'").count());
  }

  private static Lake lake(String name) {
    return new Lake(SparkForTests.session(), folder.resolve(name).toString());
  }
}
