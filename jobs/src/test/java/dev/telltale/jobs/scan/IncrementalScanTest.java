package dev.telltale.jobs.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.telltale.jobs.LoopbackStore;
import dev.telltale.jobs.SparkForTests;
import dev.telltale.jobs.listing.ListingOptions;
import dev.telltale.jobs.listing.TimeWindow;
import dev.telltale.jobs.tables.Lake;
import dev.telltale.jobs.tables.LakeTable;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.DeltaLog;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A scan every hour over a bucket that grows: what each of them asks of the store. */
final class IncrementalScanTest {
  private static final int HOURS = 4;

  /** Later scans read the tables from a checkpoint, as those of any lake of ten commits. */
  private static final int HOUR_OF_CHECKPOINT = 1;

  private static final int OBJECTS = 3;
  private static final int EVENTS = 200;
  private static final String EVENT =
      "{\"type\":\"track\",\"event\":\"opened\",\"userId\":\"u-1\","
          + "\"timestamp\":\"2026-04-30T10:00:00Z\"}\n";

  @TempDir private Path lake;
  private final SparkSession spark = SparkForTests.session();
  private final Map<String, String> before = new TreeMap<>();
  private LoopbackStore store;

  @BeforeEach
  void start() throws Exception {
    FileSystem.closeAll();
    store = new LoopbackStore();
    Configuration hadoop = spark.sparkContext().hadoopConfiguration();
    store
        .s3aSettings()
        .forEach(
            (name, value) -> {
              before.put(name, hadoop.get(name, ""));
              hadoop.set(name, value);
            });
  }

  @AfterEach
  void stop() throws Exception {
    FileSystem.closeAll();
    Configuration hadoop = spark.sparkContext().hadoopConfiguration();
    before.forEach(
        (name, value) -> {
          if (value.isEmpty()) {
            hadoop.unset(name);
          } else {
            hadoop.set(name, value);
          }
        });
    store.close();
  }

  @Test
  void everyHourCostsTheSameAndAnUnchangedBucketCostsNoObject() {
    for (int hour = 0; hour < HOURS; hour++) {
      export(hour);
      int asked = store.requests().size();
      ScanResult result = scan(ListingOptions.of(List.of("s3a://export/analytics")));
      assertEquals((hour + 1L) * OBJECTS, result.listed());
      assertEquals(keys(hour), read(asked));
      assertEquals((long) OBJECTS * EVENTS * EVENT.length(), result.totals().bytesRead());
      assertEquals((long) OBJECTS * EVENTS, result.totals().records());
      if (hour == HOUR_OF_CHECKPOINT) {
        checkpoint();
      }
    }
    int asked = store.requests().size();
    assertTrue(scan(ListingOptions.of(List.of("s3a://export/analytics"))).nothingNew());
    assertEquals(List.of(), read(asked));
  }

  private void checkpoint() {
    Lake tables = new Lake(spark, lake.toString());
    for (LakeTable table : LakeTable.values()) {
      DeltaLog log = DeltaLog.forTable(spark, tables.path(table));
      log.createCheckpointAtVersion(log.unsafeVolatileSnapshot().version());
    }
  }

  @Test
  void aWindowOfTimeLeavesOutWhatWasExportedBeforeAndAfter() {
    for (int hour = 0; hour < 6; hour++) {
      export(hour);
    }
    TimeWindow window = new TimeWindow(at(2), at(4), Duration.ofMinutes(5));
    ScanResult result =
        scan(new ListingOptions(List.of("s3a://export/analytics"), window, false, null));
    List<String> expected = new ArrayList<>(keys(2));
    expected.addAll(keys(3));
    assertEquals(expected, read(0));
    assertEquals(2L * OBJECTS, result.totals().objects());
  }

  private static Instant at(int hour) {
    return Instant.parse("2026-04-30T00:00:00Z").plus(Duration.ofHours(hour));
  }

  private void export(int hour) {
    keys(hour).forEach(key -> store.put(key, EVENT.repeat(EVENTS), null));
  }

  private static List<String> keys(int hour) {
    List<String> keys = new ArrayList<>();
    for (int i = 0; i < OBJECTS; i++) {
      keys.add(
          String.format(
              "analytics/2026/04/30/%02d/analytics-1-2026-04-30-%02d-%02d-00-0000000%d",
              hour, hour, 10 + i, i));
    }
    return keys;
  }

  /** Keys of the objects whose content was asked for, in their order. */
  private List<String> read(int from) {
    return store.requests().subList(from, store.requests().size()).stream()
        .filter(request -> request.method().equals("GET") && request.path().length() > 10)
        .map(request -> request.path().substring("/export/".length()))
        .sorted()
        .toList();
  }

  private ScanResult scan(ListingOptions listing) {
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
    return new ScanJob(spark, options, ScanWatcher.silent(), Clock.systemUTC()).run();
  }
}
