package dev.telltale.jobs.maintenance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.telltale.detection.finding.FingerprintKey;
import dev.telltale.jobs.SparkForTests;
import dev.telltale.jobs.scan.ScanJob;
import dev.telltale.jobs.scan.ScanOptions;
import dev.telltale.jobs.scan.ScanWatcher;
import dev.telltale.jobs.tables.Lake;
import dev.telltale.jobs.tables.LakeTable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OptimizeBesideScanTest {
  private static final int OBJECTS = 4;

  @TempDir private Path folder;

  @Test
  void optimisingBetweenTheCommitsOfARunningScanChangesNoRow() throws IOException {
    Path logs = Files.createDirectories(folder.resolve("export/logs"));
    for (int object = 0; object < OBJECTS; object++) {
      Files.writeString(
          logs.resolve("o" + object),
          "{\"message\":\"from ines.weber" + object + "@norvikfreight.com\"}\n");
    }
    String lakePath = folder.resolve("lake").toString();
    ScanOptions options =
        new ScanOptions(
            List.of("file://" + folder.resolve("export")),
            lakePath,
            FingerprintKey.of("a key for tests, never for use".getBytes(StandardCharsets.UTF_8)),
            false,
            0,
            1);
    OptimizeJob optimize =
        new OptimizeJob(
            SparkForTests.session(),
            new OptimizeOptions(lakePath, Duration.ofDays(1), false, true),
            step -> {},
            Clock.systemUTC());
    AtomicInteger optimised = new AtomicInteger();
    new ScanJob(
            SparkForTests.session(),
            options,
            new ScanWatcher() {
              @Override
              public void step(String what) {
                if (what.endsWith("batch 2: writing the ledger")) {
                  optimize.run();
                  optimised.incrementAndGet();
                }
              }

              @Override
              public void progress(
                  long objects, long ofObjects, long bytes, long ofBytes, long findings) {}
            },
            Clock.systemUTC())
        .run();
    Lake lake = new Lake(SparkForTests.session(), lakePath);
    assertEquals(1, optimised.get());
    for (LakeTable table : List.of(LakeTable.RECORDS, LakeTable.FINDINGS, LakeTable.OBJECTS)) {
      assertEquals(OBJECTS, lake.read(table).count(), table.id());
      assertEquals(OBJECTS, lake.read(table).select("object_key").distinct().count(), table.id());
    }
    assertEquals(1, lake.read(LakeTable.RUNS).count());
  }
}
