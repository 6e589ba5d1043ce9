package dev.telltale.jobs.tables;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.telltale.jobs.SparkForTests;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A field that leaks a dozen addresses, and one address in two telemetry types. */
final class InvestigationViewsTest {
  private static final int ADDRESSES = 12;

  @TempDir private static Path folder;

  private static SmallExport export;

  @BeforeAll
  static void scan() throws IOException {
    export = new SmallExport(folder);
    for (int n = 0; n < ADDRESSES; n++) {
      export.log(hour("logs", n % 3, "a" + n), "from ines.weber" + n + "@norvikfreight.com");
    }
    export.log(hour("logs", 5, "b"), "from jonas.falk@norvikfreight.com");
    export.log(hour("k8s-state", 6, "c"), "for jonas.falk@norvikfreight.com");
    export.scan();
    export.lake().registerViews();
  }

  private static String hour(String stream, int hour, String name) {
    return stream + "/2026/11/20/1" + hour + "/part-1-2026-11-20-1" + hour + "-00-00-" + name;
  }

  @Test
  void manyValuesOfOneFieldAreOneCase() {
    Row field = only("SELECT * FROM cases WHERE kind = 'field'");
    assertEquals((long) ADDRESSES, field.<Long>getAs("values"));
    assertEquals((long) ADDRESSES, field.<Long>getAs("places"));
    assertEquals(ADDRESSES, field.<Integer>getAs("objects"));
    assertEquals(List.of("$.message"), field.getList(field.fieldIndex("field_patterns")));
    assertTrue(field.isNullAt(field.fieldIndex("fingerprint")));
  }

  @Test
  void aValueOfSeveralTelemetryTypesIsOneCase() {
    Row value = only("SELECT * FROM cases WHERE size(telemetry_types) > 1");
    assertEquals("value", value.getAs("kind"));
    assertEquals(2L, value.<Long>getAs("places"));
    assertEquals(1L, value.<Long>getAs("values"));
    assertEquals(64, value.<String>getAs("fingerprint").length());
  }

  @Test
  void everyPlaceIsInOneCaseAndAnIdNamesOne() {
    assertEquals(
        count("SELECT count(*) FROM findings_once"), count("SELECT sum(places) FROM cases"));
    assertEquals(
        count("SELECT count(*) FROM cases"), count("SELECT count(DISTINCT case_id) FROM cases"));
  }

  @Test
  void theIdOfACaseOutlivesAnotherScan() throws IOException {
    List<Row> before = ids();
    export.scan(folder.resolve("another").toString(), true);
    SparkSession other = SparkForTests.session().newSession();
    new Lake(other, folder.resolve("another").toString()).registerViews();
    assertEquals(before, other.sql("SELECT case_id FROM cases ORDER BY 1").collectAsList());
    assertNotEquals(List.of(), before);
  }

  private static List<Row> ids() {
    return SparkForTests.session().sql("SELECT case_id FROM cases ORDER BY 1").collectAsList();
  }

  @Test
  void coverageAndTheTimelineAddUpToTheTables() {
    assertEquals(ADDRESSES + 2L, count("SELECT sum(objects) FROM coverage"));
    assertEquals(
        count("SELECT sum(bytes_decoded) FROM objects"),
        count("SELECT sum(bytes_decoded) FROM coverage"));
    assertEquals(0, count("SELECT count(*) FROM coverage WHERE coverage < 1 OR scanned < objects"));
    assertEquals(ADDRESSES + 2L, count("SELECT sum(objects) FROM timeline"));
    assertEquals(
        count("SELECT count(*) FROM findings_once"), count("SELECT sum(places) FROM timeline"));
    assertEquals(
        count("SELECT sum(places) FROM timeline"),
        count("SELECT sum(critical + high + medium + low) FROM timeline"));
    assertEquals(
        count("SELECT count(DISTINCT fingerprint) FROM findings_once"),
        count("SELECT sum(new_values) FROM timeline"));
  }

  @Test
  void whatEndsAnObjectIsTheRuleThatComesFirst() {
    SparkSession spark = SparkForTests.session().newSession();
    String bucket =
        spark
            .read()
            .format("delta")
            .load(export.lake().path(LakeTable.OBJECTS))
            .select("bucket")
            .first()
            .getString(0);
    List<RetentionRule> rules =
        List.of(
            new RetentionRule(bucket, "logs/", "current", 30, "logs 'for' a month\\"),
            new RetentionRule("another", "", "all", 1, "another bucket"),
            new RetentionRule(bucket, "logs/", "noncurrent", 2, "old versions"),
            new RetentionRule(null, "", "all", 90, "default retention"));
    new Lake(spark, export.lakePath(), () -> rules).register(Set.of("exposure"));
    assertEquals(
        List.of("default retention 90 1", "logs 'for' a month\\ 30 " + (ADDRESSES + 1)),
        spark
            .sql(
                "SELECT concat_ws(' ', ends_by, datediff(readable_until, last_modified), count(*)) FROM exposure"
                    + " GROUP BY ends_by, datediff(readable_until, last_modified) ORDER BY 1")
            .collectAsList()
            .stream()
            .map(row -> row.getString(0))
            .toList());
  }

  @Test
  void aViewOpensWhatItReadsAndNothingElse() {
    for (LakeView view : LakeView.values()) {
      SparkSession spark = SparkForTests.session().newSession();
      new Lake(spark, export.lakePath()).register(Set.of(view.id()));
      assertTrue(spark.table(view.id()).columns().length > 1, view.id());
    }
    SparkSession spark = SparkForTests.session().newSession();
    new Lake(spark, export.lakePath()).register(Set.of("coverage"));
    assertEquals(
        List.of("coverage", "objects"),
        Arrays.stream(((Row[]) spark.sql("SHOW VIEWS").select("viewName").collect()))
            .map(row -> row.getString(0))
            .sorted()
            .toList());
  }

  private static Row only(String query) {
    List<Row> rows = SparkForTests.session().sql(query).collectAsList();
    assertEquals(1, rows.size(), query);
    return rows.get(0);
  }

  private static long count(String query) {
    return SparkForTests.session().sql(query).first().getLong(0);
  }
}
