package dev.telltale.jobs.scan;

import static org.apache.spark.sql.functions.col;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.telltale.demo.leaks.ExpectedFault;
import dev.telltale.demo.leaks.Leak;
import dev.telltale.jobs.SparkForTests;
import dev.telltale.jobs.tables.Lake;
import dev.telltale.jobs.tables.LakeTable;
import dev.telltale.jobs.tables.LakeView;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The whole path on S3, with plans compiled as users have them, held against the list of what the
 * generator planted.
 */
@Tag("smoke")
final class GeneratedExportScanTest {
  private static GeneratedBucket bucket;
  private static ScanOptions options;
  private static ScanResult result;
  private static Lake lake;

  @BeforeAll
  static void scan() throws Exception {
    bucket = new GeneratedBucket();
    SparkForTests.compilePlans(true);
    options = bucket.options("whole", "", 1L << 30);
    result = bucket.scan(options, ScanWatcher.silent());
    lake = bucket.lake(options);
  }

  @AfterAll
  static void stop() {
    SparkForTests.compilePlans(false);
    bucket.close();
  }

  @Test
  void everyListedObjectEndsInExactlyOneStatus() {
    assertEquals(bucket.objectCount(), result.listed());
    assertEquals(bucket.objectCount(), lake.read(LakeTable.OBJECTS).count());
    assertEquals(
        bucket.objectCount(), lake.read(LakeTable.OBJECTS).select("object_key").distinct().count());
  }

  @Test
  void everyPlantedLeakIsFoundWithItsExactFingerprintAtEachOfItsPlaces() {
    Map<String, Long> found = places();
    List<String> wrong = new ArrayList<>();
    for (Leak leak : bucket.truth().leaks()) {
      String place =
          leak.objectKey()
              + " "
              + leak.rule()
              + " "
              + GeneratedBucket.KEY.fingerprint(leak.reveal());
      long places = found.getOrDefault(place, 0L);
      if (places != leak.occurrences()) {
        wrong.add(leak + ": expected at " + leak.occurrences() + " places, found at " + places);
      }
    }
    assertTrue(wrong.isEmpty(), () -> wrong.size() + " of the leaks:\n" + String.join("\n", wrong));
  }

  @Test
  void everyViewShowsRowsWithItsTypedColumns() {
    lake.registerViews();
    Map<String, String> filled =
        Map.ofEntries(
            Map.entry("objects_current", "record_count > 0"),
            Map.entry("records_current", "body IS NOT NULL"),
            Map.entry("findings_once", "delivery_count = size(deliveries)"),
            Map.entry("metrics", "metric IS NOT NULL AND value IS NOT NULL AND size(labels) > 0"),
            Map.entry(
                "logs", "message IS NOT NULL AND service IS NOT NULL AND severity IS NOT NULL"),
            Map.entry(
                "kubernetes", "kind IS NOT NULL AND object_name IS NOT NULL AND spec IS NOT NULL"),
            Map.entry("events", "event_type IS NOT NULL AND message_id IS NOT NULL"),
            Map.entry(
                "spans", "trace_id IS NOT NULL AND started_at < ended_at AND duration_ms > 0"),
            Map.entry("audit", "action IS NOT NULL AND actor IS NOT NULL"),
            Map.entry("billing", "account IS NOT NULL AND (amount > 0 OR amount_minor > 0)"),
            Map.entry("cases", "case_id IS NOT NULL AND places > 0 AND size(rules) > 0"),
            Map.entry("case_findings", "case_id IS NOT NULL AND counted AND field_id IS NOT NULL"),
            Map.entry("downstream", "telemetry_type IS NOT NULL"),
            Map.entry("coverage", "objects > 0 AND coverage > 0"),
            Map.entry("timeline", "hour IS NOT NULL AND records > 0 AND places > 0"),
            Map.entry("exposure", "object_key IS NOT NULL"));
    // A folder on disk has no rule that ends its objects.
    assertEquals(0, SparkForTests.session().sql("SELECT * FROM retention").count());
    // Nothing was erased that could have come back.
    assertEquals(0, SparkForTests.session().sql("SELECT * FROM recurrences").count());
    for (LakeView view :
        EnumSet.complementOf(EnumSet.of(LakeView.RETENTION, LakeView.RECURRENCES))) {
      long rows =
          SparkForTests.session()
              .sql("SELECT * FROM " + view.id() + " WHERE " + filled.get(view.id()))
              .count();
      assertTrue(rows > 0, view.id());
    }
    assertEquals(
        lake.read(LakeTable.RECORDS).where("telemetry_type = 'logs'").count(),
        SparkForTests.session().sql("SELECT * FROM logs").count());
  }

  @Test
  void nothingThatNobodyPlantedIsReported() {
    Set<String> planted =
        bucket.truth().leaks().stream()
            .map(
                leak ->
                    leak.objectKey()
                        + " "
                        + leak.rule()
                        + " "
                        + GeneratedBucket.KEY.fingerprint(leak.reveal()))
            .collect(Collectors.toSet());
    List<String> surplus =
        lake.read(LakeTable.FINDINGS).collectAsList().stream()
            .filter(
                row ->
                    !planted.contains(
                        text(row, "object_key")
                            + " "
                            + text(row, "rule")
                            + " "
                            + text(row, "fingerprint")))
            .map(
                row ->
                    text(row, "rule")
                        + " "
                        + text(row, "masked")
                        + " at "
                        + text(row, "object_key")
                        + "#"
                        + row.getAs("record_index")
                        + " "
                        + text(row, "field_path"))
            .toList();
    assertTrue(
        surplus.isEmpty(), () -> surplus.size() + " reports:\n" + String.join("\n", surplus));
  }

  @Test
  void brokenObjectsEndWithTheirStatusAndFault() {
    Map<String, Row> objects = new HashMap<>();
    for (Row row : lake.read(LakeTable.OBJECTS).collectAsList()) {
      objects.put(text(row, "object_key"), row);
    }
    assertAll(bucket.truth().faults().stream().map(expected -> () -> check(expected, objects)));
  }

  private static void check(ExpectedFault expected, Map<String, Row> objects) {
    Row object = objects.get(expected.objectKey());
    List<Row> faults = object.getList(object.fieldIndex("faults"));
    assertEquals(expected.status(), text(object, "status"), expected.objectKey());
    assertTrue(
        faults.stream().anyMatch(fault -> fault.getString(0).equals(expected.faultId())),
        () -> expected + " but " + faults);
  }

  @Test
  void bytesAddUpToTheStoredSizeWhereNothingIsPacked() {
    List<Row> wrong =
        lake.read(LakeTable.OBJECTS)
            .where(
                "size(containers) = 0 AND bytes_decoded + bytes_raw_scanned + bytes_unread <> size")
            .collectAsList();
    assertTrue(
        wrong.isEmpty(),
        () -> wrong.size() + " objects, the first: " + text(wrong.get(0), "object_key"));
    assertTrue(
        lake.read(LakeTable.OBJECTS).where("size(containers) > 0 AND status = 'scanned'").count()
            > 5);
  }

  @Test
  void theLedgerAgreesWithTheOtherTables() {
    Row counted =
        lake.read(LakeTable.OBJECTS).selectExpr("sum(record_count)", "sum(finding_count)").first();
    assertEquals(counted.getLong(0), lake.read(LakeTable.RECORDS).count());
    assertEquals(counted.getLong(1), lake.read(LakeTable.FINDINGS).count());
    Dataset<Row> runs = lake.read(LakeTable.RUNS);
    assertEquals(1, runs.count());
    Row run = runs.first();
    assertEquals(counted.getLong(0), run.<Long>getAs("records"));
    assertEquals(counted.getLong(1), run.<Long>getAs("findings"));
    assertEquals(GeneratedBucket.KEY.id(), text(run, "fingerprint_key_id"));
    assertTrue(run.<Double>getAs("coverage") > 0.99, "coverage " + run.getAs("coverage"));
  }

  @Test
  void recordIndicesCountFromZeroWithoutGaps() {
    Dataset<Row> gaps =
        lake.read(LakeTable.RECORDS)
            .groupBy("object_key")
            .agg(
                org.apache.spark.sql.functions.expr("min(record_index) AS low"),
                org.apache.spark.sql.functions.expr("max(record_index) AS high"),
                org.apache.spark.sql.functions.expr("count(DISTINCT record_index) AS n"))
            .where("low <> 0 OR high <> n - 1");
    assertEquals(0, gaps.count());
  }

  @Test
  void aSecondScanReadsNoObject() {
    long findings = lake.read(LakeTable.FINDINGS).count();
    ScanResult again = bucket.scan(options, ScanWatcher.silent());
    assertTrue(again.nothingNew());
    assertEquals(0, again.totals().objects());
    assertEquals(findings, lake.read(LakeTable.FINDINGS).count());
  }

  @Test
  void findingsOfDuplicateDeliveriesShareContentHashAndFingerprint() {
    long duplicates =
        lake.read(LakeTable.OBJECTS)
            .where(col("content_sha256").isNotNull().and(col("size").gt(0)))
            .groupBy("content_sha256")
            .count()
            .where("count > 1")
            .count();
    assertTrue(duplicates >= 1, "the generator delivers one object twice");
  }

  @Test
  void noRawValueIsInAnyCellOrFileOfTheLake() throws IOException {
    StringBuilder cells = new StringBuilder();
    for (LakeTable table : LakeTable.values()) {
      lake.read(table).toJSON().collectAsList().forEach(line -> cells.append(line).append('\n'));
    }
    String files = allBytes(new Path(options.lake()));
    List<String> leaked = new ArrayList<>();
    for (Leak leak : bucket.truth().leaks()) {
      String json =
          com.fasterxml.jackson.core.io.JsonStringEncoder.getInstance()
                      .quoteAsString(leak.reveal())
                      .length
                  == 0
              ? leak.reveal()
              : new String(
                  com.fasterxml.jackson.core.io.JsonStringEncoder.getInstance()
                      .quoteAsString(leak.reveal()));
      if (leak.reveal().length() >= 8
          && (cells.indexOf(json) >= 0
              || cells.indexOf(leak.reveal()) >= 0
              || files.contains(leak.reveal()))) {
        leaked.add(leak.toString());
      }
    }
    assertTrue(leaked.isEmpty(), () -> leaked.size() + " values:\n" + String.join("\n", leaked));
  }

  private static String allBytes(Path root) throws IOException {
    StringBuilder all = new StringBuilder();
    FileSystem store = root.getFileSystem(bucket.hadoop());
    RemoteIterator<LocatedFileStatus> files = store.listFiles(root, true);
    while (files.hasNext()) {
      LocatedFileStatus file = files.next();
      byte[] bytes = new byte[(int) file.getLen()];
      try (FSDataInputStream in = store.open(file.getPath())) {
        in.readFully(bytes);
      }
      all.append(new String(bytes, StandardCharsets.ISO_8859_1)).append('\n');
    }
    return all.toString();
  }

  private static Map<String, Long> places() {
    Map<String, Long> places = new HashMap<>();
    for (Row row : lake.read(LakeTable.FINDINGS).collectAsList()) {
      places.merge(
          text(row, "object_key") + " " + text(row, "rule") + " " + text(row, "fingerprint"),
          1L,
          Long::sum);
    }
    return places;
  }

  private static String text(Row row, String column) {
    return row.getAs(column);
  }
}
