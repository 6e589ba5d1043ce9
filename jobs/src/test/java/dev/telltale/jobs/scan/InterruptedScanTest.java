package dev.telltale.jobs.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.telltale.detection.finding.FingerprintKey;
import dev.telltale.jobs.faults.LakeRows;
import dev.telltale.jobs.tables.Lake;
import dev.telltale.jobs.tables.LakeTable;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A driver that stops between two commits of a batch, and the scan that comes after it. */
final class InterruptedScanTest {
  private static final String PREFIX = "k8s-state/workspace";
  private static final long SMALL_BATCHES = 1L << 20;

  private static GeneratedBucket bucket;
  private static List<String> undisturbed;

  @BeforeAll
  static void scanOnceWithoutTrouble() throws Exception {
    bucket = new GeneratedBucket(PREFIX);
    ScanOptions options = bucket.options("undisturbed", "/" + PREFIX, SMALL_BATCHES);
    bucket.scan(options, ScanWatcher.silent());
    undisturbed = LakeRows.of(bucket.spark(), options.lake());
  }

  @AfterAll
  static void stop() {
    bucket.close();
  }

  @Test
  void aRunThatStoppedBeforeTheLedgerIsTakenUpAndNothingIsDoubled() {
    assertStopIsHarmless("before-ledger", "batch 1: writing the ledger");
  }

  @Test
  void aRunThatStoppedBetweenRecordsAndFindingsIsTakenUpAndNothingIsDoubled() {
    assertStopIsHarmless("before-findings", "batch 1: writing findings");
  }

  @Test
  void aRunThatCannotBeTakenUpIsClosedAndItsRestScannedAnew() {
    ScanOptions options = bucket.options("other-key", "/" + PREFIX, SMALL_BATCHES);
    StopAtStep stop = new StopAtStep("batch 1: writing the ledger");
    assertThrows(StopAtStep.Stopped.class, () -> bucket.scan(options, stop));
    ScanOptions otherKey =
        new ScanOptions(
            options.sources(),
            options.lake(),
            FingerprintKey.of("another key for tests, as long".getBytes(StandardCharsets.UTF_8)),
            false,
            0,
            SMALL_BATCHES);
    bucket.scan(otherKey, ScanWatcher.silent());
    Lake lake = bucket.lake(options);
    assertEquals(
        lake.read(LakeTable.OBJECTS).select("object_key").distinct().count(),
        lake.read(LakeTable.OBJECTS).count());
    Row counted =
        lake.read(LakeTable.OBJECTS).selectExpr("sum(record_count)", "sum(finding_count)").first();
    assertEquals(counted.getLong(0), lake.read(LakeTable.RECORDS).count());
    assertEquals(counted.getLong(1), lake.read(LakeTable.FINDINGS).count());
    assertEquals(
        undisturbed.size(),
        lake.read(LakeTable.OBJECTS).count() + counted.getLong(0) + counted.getLong(1));
  }

  private static void assertStopIsHarmless(String lakeName, String step) {
    ScanOptions options = bucket.options(lakeName, "/" + PREFIX, SMALL_BATCHES);
    assertThrows(StopAtStep.Stopped.class, () -> bucket.scan(options, new StopAtStep(step)));
    Lake lake = bucket.lake(options);
    long committed = lake.read(LakeTable.OBJECTS).count();
    ScanResult taken = bucket.scan(options, ScanWatcher.silent());
    assertTrue(committed > 0 && committed < taken.listed(), "objects in the ledger: " + committed);
    assertEquals(1, taken.runs().size());
    assertEquals(undisturbed, LakeRows.of(bucket.spark(), options.lake()));
    assertEquals(1, lake.read(LakeTable.RUNS).count());
  }
}
