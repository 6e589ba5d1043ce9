package dev.telltale.jobs.scan;

import static org.apache.spark.sql.functions.col;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.telltale.jobs.listing.ListedBucket;
import dev.telltale.jobs.listing.ListingOptions;
import dev.telltale.jobs.listing.TimeWindow;
import dev.telltale.jobs.tables.Lake;
import dev.telltale.jobs.tables.LakeTable;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A bucket that keeps what was overwritten and deleted. */
final class VersionsScanTest {
  private static final String LEAK = "{\"user\":\"someone.real@telltale-tests.io\"}";
  private static final String CLEAN = "{\"user\":\"nobody\"}";

  @TempDir private Path lake;
  private ListedBucket bucket;

  @BeforeEach
  void start() throws Exception {
    bucket = new ListedBucket();
    bucket.keepVersions();
  }

  @AfterEach
  void stop() throws Exception {
    bucket.close();
  }

  @Test
  void aDeletedLeakThatCanStillBeReadIsAFinding() throws Exception {
    bucket.put("logs/app", LEAK);
    bucket.delete("logs/app");
    bucket.put("logs/other", CLEAN);
    assertEquals(1, scan(false).totals().objects());
    assertEquals(List.of(), states());
    ScanResult all = scan(true);
    assertEquals(1, all.deleteMarkers());
    assertEquals(List.of("deleted"), states());
  }

  @Test
  void aLeakThatIsOverwrittenOrDeletedAfterItsScanIsRestatedWithoutReadingItAgain()
      throws Exception {
    bucket.put("logs/rewritten", LEAK);
    bucket.put("logs/deleted", LEAK);
    scan(true);
    assertEquals(List.of("current", "current"), states());
    bucket.put("logs/rewritten", CLEAN);
    bucket.delete("logs/deleted");
    assertEquals(1, scan(true).totals().objects());
    assertEquals(List.of("deleted", "noncurrent"), states());
  }

  @Test
  void currentVersionsThatAPlainScanHasReadAreNotReadAgain() throws Exception {
    bucket.put("logs/app", CLEAN);
    bucket.put("logs/app", LEAK);
    scan(false);
    assertEquals(1, scan(true).totals().objects());
    assertTrue(scan(false).nothingNew());
    assertTrue(scan(true).nothingNew());
    assertEquals(List.of("current"), states());
  }

  private List<String> states() {
    return new Lake(bucket.spark(), lake.toString())
            .read(LakeTable.FINDINGS)
            .where(col("rule").equalTo("pii.email"))
            .select("version_state")
            .orderBy("version_state")
            .collectAsList()
            .stream()
            .map(VersionsScanTest::text)
            .toList();
  }

  private static String text(Row row) {
    return row.getString(0);
  }

  private ScanResult scan(boolean allVersions) {
    ListingOptions listing =
        new ListingOptions(List.of(ListedBucket.uri("logs")), TimeWindow.ALWAYS, allVersions, null);
    ScanOptions options =
        new ScanOptions(
            listing,
            lake.toString(),
            GeneratedBucket.KEY,
            false,
            0,
            Long.MAX_VALUE,
            null,
            false,
            false,
            false);
    return new ScanJob(bucket.spark(), options, ScanWatcher.silent(), Clock.systemUTC()).run();
  }
}
