package dev.telltale.jobs.command.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.telltale.jobs.SparkForTests;
import dev.telltale.jobs.command.CommandRun;
import dev.telltale.jobs.command.ExitCode;
import dev.telltale.jobs.command.KeyFile;
import dev.telltale.jobs.tables.Lake;
import dev.telltale.jobs.tables.LakeTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.streaming.StreamingQuery;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scans as a streaming query. */
final class StreamCommandTest {
  private static final String LINE =
      "{\"severity\":\"info\",\"message\":\"hello ines.weber@norvikfreight.com\"}\n";

  @TempDir private Path folder;
  private final SparkSession spark = SparkForTests.session();
  private String key;

  @BeforeEach
  void exportTwoObjects() throws IOException {
    put("a");
    put("b");
    key = KeyFile.in(folder);
  }

  private void put(String name) throws IOException {
    Path hour = Files.createDirectories(folder.resolve("export/logs/2026/04/30/10"));
    Files.writeString(hour.resolve(name), LINE);
  }

  private CommandRun scan(String... more) {
    List<String> words =
        new ArrayList<>(
            List.of(
                "scan",
                "--source",
                "file://" + folder.resolve("export"),
                "--lake",
                folder.resolve("lake").toString(),
                "--fingerprint-key",
                key));
    words.addAll(List.of(more));
    return CommandRun.of("", words.toArray(String[]::new));
  }

  private long rows(LakeTable table) {
    return new Lake(spark, folder.resolve("lake").toString()).read(table).count();
  }

  @Test
  void availableNowScansWhatIsThereAndEnds() throws IOException {
    CommandRun first = scan("--available-now", "--fail-on", "low");
    assertEquals(ExitCode.FOUND, first.code(), first.err());
    assertTrue(first.out().contains("2 listed, 2 new"), first.out());
    CommandRun again = scan("--available-now");
    assertEquals(ExitCode.DONE, again.code(), again.err());
    assertTrue(again.out().contains("Nothing new: 2 objects listed"), again.out());
    put("c");
    assertTrue(scan("--available-now").out().contains("3 listed, 1 new"));
    assertEquals(3, rows(LakeTable.OBJECTS));
    assertEquals(3, rows(LakeTable.FINDINGS));
    assertEquals(2, rows(LakeTable.RUNS));
  }

  @Test
  void aStreamAndAScanShareTheLedger() throws IOException {
    scan("--available-now");
    assertTrue(scan().out().contains("Nothing new"));
    put("c");
    scan();
    assertTrue(scan("--available-now").out().contains("Nothing new: 3 objects"));
  }

  @Test
  void aContinuousScanTakesUpWhatComesUntilItIsEnded() throws Exception {
    CompletableFuture<CommandRun> scan =
        CompletableFuture.supplyAsync(
            () -> scan("--continuous", "--interval", "1s", "--summary", "json"));
    await(() -> isCommitted(0));
    put("c");
    await(() -> isCommitted(1));
    for (StreamingQuery query : spark.streams().active()) {
      query.stop();
    }
    CommandRun ended = scan.get(60, TimeUnit.SECONDS);
    assertEquals(ExitCode.DONE, ended.code(), ended.err());
    assertEquals(2, ended.out().lines().count(), ended.out());
    assertEquals(3, rows(LakeTable.FINDINGS));
  }

  /** Batches that the query has done with, what is told of them included. */
  private boolean isCommitted(int batch) {
    return Files.exists(folder.resolve("lake/_telltale/stream/commits/" + batch));
  }

  private static void await(BooleanSupplier condition) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(300);
    while (!condition.getAsBoolean()) {
      assertTrue(System.nanoTime() < end, "what was waited for came to be");
      Thread.sleep(200);
    }
  }

  @Test
  void mistakesAreToldAsByAnyScan() {
    CommandRun both = scan("--available-now", "--continuous");
    assertEquals(ExitCode.MISTAKE, both.code());
    CommandRun nowhere =
        CommandRun.of(
            "",
            "scan",
            "--source",
            "file://" + folder.resolve("nothing"),
            "--lake",
            folder.resolve("lake2").toString(),
            "--fingerprint-key",
            key,
            "--available-now");
    assertEquals(ExitCode.MISTAKE, nowhere.code(), nowhere.err());
    assertTrue(nowhere.err().contains("cannot be listed"), nowhere.err());
    assertFalse(nowhere.err().contains("Exception"), nowhere.err());
  }
}
