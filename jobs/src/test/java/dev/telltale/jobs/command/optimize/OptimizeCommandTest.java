package dev.telltale.jobs.command.optimize;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.telltale.jobs.command.CommandRun;
import dev.telltale.jobs.command.ExitCode;
import dev.telltale.jobs.command.KeyFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** A lake of two small runs. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class OptimizeCommandTest {
  private static final int RUNS = 2;

  @TempDir private static Path folder;

  private static Path lake;
  private static String key;

  @BeforeAll
  static void scanTwice() throws IOException {
    lake = folder.resolve("lake");
    key = KeyFile.in(folder);
    for (int run = 0; run < RUNS; run++) {
      Path logs = Files.createDirectories(folder.resolve("export/logs/2026/11/20/1" + run));
      Files.writeString(
          logs.resolve("part-1-2026-11-20-1" + run + "-00-00-a"),
          "{\"message\":\"from ines.weber" + run + "@norvikfreight.com\"}\n");
      CommandRun scan =
          CommandRun.of(
              "",
              "scan",
              "--source",
              "file://" + folder.resolve("export"),
              "--lake",
              lake.toString(),
              "--fingerprint-key",
              key);
      assertEquals(ExitCode.DONE, scan.code(), scan.err());
    }
  }

  @Test
  @Order(1)
  void aDryRunSaysWhatWouldBeDoneAndDoesNothing() throws IOException {
    List<String> before = files();
    CommandRun dry = optimize("--dry-run");
    assertEquals(ExitCode.DONE, dry.code(), dry.err());
    assertTrue(dry.out().matches("(?s).*records +2 +2 .*"), dry.out());
    assertTrue(dry.out().contains("Nothing was changed"), dry.out());
    assertEquals(before, files());
  }

  @Test
  @Order(2)
  void filesAreJoinedAndTheTableShowsBeforeAndAfter() {
    String count = "SELECT count(*) FROM findings";
    String before = sql(count);
    CommandRun done = optimize("--full");
    assertEquals(ExitCode.DONE, done.code(), done.err());
    for (String table : List.of("records", "findings", "objects", "runs")) {
      assertTrue(done.out().matches("(?s).*" + table + " +2 +1 .*"), done.out());
    }
    assertEquals(before, sql(count));
    assertTrue(done.out().contains("removed: 0."), done.out());
  }

  @Test
  @Order(3)
  void manifestsOfFinishedRunsGoOnceTheyAreOldEnough() throws IOException {
    assertEquals(RUNS, manifests(".finished"));
    assertEquals(RUNS, manifests(".json"));
    Path unfinished = lake.resolve("_telltale/manifests/20200101T000000Z-gone.json");
    age(Files.writeString(unfinished, "{}"));
    Path nobodys = lake.resolve("_telltale/manifests/20200101T000000Z-never.objects");
    age(Files.createDirectories(nobodys));
    try (Stream<Path> found = Files.list(lake.resolve("_telltale/manifests"))) {
      age(found.filter(file -> file.toString().endsWith(".finished")).sorted().toList().get(0));
    }
    CommandRun done = optimize("--retain", "1d");
    assertTrue(done.out().contains("removed: 2."), done.out());
    assertEquals(RUNS - 1, manifests(".finished"));
    assertEquals(RUNS - 1, manifests(".objects"));
    assertTrue(
        Files.exists(unfinished), "a run that was left unfinished is taken up, not forgotten");
    assertFalse(Files.exists(nobodys));
    Files.delete(unfinished);
  }

  @Test
  @Order(4)
  void aRetentionThatARunningScanCouldOutlastIsAMistake() {
    CommandRun tooShort = optimize("--retain", "90m");
    assertEquals(ExitCode.MISTAKE, tooShort.code());
    assertTrue(tooShort.err().contains("--retain is too short"), tooShort.err());
  }

  @Test
  @Order(5)
  void aFolderWithoutTablesIsAMistake() {
    CommandRun none = CommandRun.of("", "optimize", "--lake", folder.resolve("nothing").toString());
    assertEquals(ExitCode.MISTAKE, none.code(), none.err());
    assertTrue(none.err().contains("there is no lake at"), none.err());
  }

  private static CommandRun optimize(String... words) {
    return CommandRun.of(
        "",
        Stream.concat(Stream.of("optimize", "--lake", lake.toString()), Stream.of(words))
            .toArray(String[]::new));
  }

  private static String sql(String query) {
    return CommandRun.of(
            "",
            "sql",
            "--lake",
            lake.toString(),
            "--format",
            "csv",
            "--fingerprint-key",
            key,
            query)
        .out();
  }

  private static void age(Path file) throws IOException {
    Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(Duration.ofDays(2))));
  }

  private static long manifests(String suffix) throws IOException {
    try (Stream<Path> found = Files.list(lake.resolve("_telltale/manifests"))) {
      return found.filter(file -> file.toString().endsWith(suffix)).count();
    }
  }

  private static List<String> files() throws IOException {
    try (Stream<Path> found = Files.walk(lake)) {
      return found.map(Path::toString).sorted().toList();
    }
  }
}
