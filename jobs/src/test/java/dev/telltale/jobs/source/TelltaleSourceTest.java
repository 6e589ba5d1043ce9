package dev.telltale.jobs.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.telltale.detection.finding.FingerprintKey;
import dev.telltale.jobs.LoopbackStore;
import dev.telltale.jobs.SparkForTests;
import dev.telltale.jobs.command.KeyFile;
import dev.telltale.jobs.settings.UserMistake;
import dev.telltale.sql.SqlFunctions;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Objects in a bucket, read without a lake; the store counts what is asked of it. */
final class TelltaleSourceTest {
  private static final String ADDRESS = "s3a://b/";
  private static final String EMAIL = "ines.weber@norvikfreight.com";
  private static final String KEY = "a key for tests, never for use";
  private static final String TEN = "logs/2026/11/20/10/part-1-2026-11-20-10-05-00-a";
  private static final String ELEVEN = "logs/2026/11/20/11/part-1-2026-11-20-11-05-00-b";
  private static final String NEXT_DAY = "k8s-state/2026/11/21/11/part-1-2026-11-21-11-05-00-c";
  private static final String TIMELESS = "somewhere/else";

  @TempDir private static Path folder;

  private static LoopbackStore store;
  private static SparkSession spark;
  private int before;

  @BeforeAll
  static void fillABucket() throws Exception {
    FileSystem.closeAll();
    store = new LoopbackStore();
    store.put(TEN, "{\"message\":\"first\"}\n{\"message\":\"mail " + EMAIL + "\"}\n", null);
    store.put(ELEVEN, "{\"message\":\"later\"}\n", null);
    store.put(NEXT_DAY, "{\"kind\":\"Pod\",\"metadata\":{\"name\":\"p\"}}\n", null);
    store.put(TIMELESS, "{\"message\":\"who knows when\"}\n", null);
    spark = SparkForTests.session().newSession();
    Configuration hadoop = spark.sparkContext().hadoopConfiguration();
    store.s3aSettings().forEach(hadoop::set);
    spark.conf().set(SqlFunctions.KEY_PLACE, KeyFile.of(folder.resolve("key"), KEY));
  }

  @AfterAll
  static void stop() throws Exception {
    store.s3aSettings().keySet().forEach(spark.sparkContext().hadoopConfiguration()::unset);
    FileSystem.closeAll();
    store.close();
  }

  @BeforeEach
  void count() {
    before = store.requests().size();
  }

  @Test
  void anAddressIsATableOfRedactedRecords() {
    List<Row> rows =
        spark
            .sql(
                "SELECT body, format, telemetry_type FROM telltale.`s3a://b/logs` ORDER BY object_key, record_index")
            .collectAsList();
    assertEquals(3, rows.size());
    assertEquals("{\"message\":\"first\"}", rows.get(0).getString(0));
    assertTrue(rows.get(1).getString(0).startsWith("{\"message\":\"mail [telltale:pii.email:"));
    assertEquals("logs", rows.get(1).getString(2));
    assertEquals(
        rows,
        spark
            .read()
            .format("telltale")
            .load("s3a://b/logs")
            .orderBy("object_key", "record_index")
            .select("body", "format", "telemetry_type")
            .collectAsList());
  }

  @Test
  void findingsAreRowsToo() {
    String fingerprint = FingerprintKey.of(KEY.getBytes(StandardCharsets.UTF_8)).fingerprint(EMAIL);
    Row expected =
        spark
            .read()
            .format("telltale")
            .option("findings", "true")
            .load(ADDRESS)
            .select("object_key", "rule", "fingerprint", "record_index")
            .first();
    assertEquals(TEN, expected.getString(0));
    assertEquals("pii.email", expected.getString(1));
    assertEquals(fingerprint, expected.getString(2));
    assertEquals(1L, expected.getLong(3));
    assertEquals(
        List.of(expected),
        spark
            .sql(
                "SELECT object_key, rule, fingerprint, record_index FROM telltale.findings.`"
                    + ADDRESS
                    + "`")
            .collectAsList());
  }

  @Test
  void anHourIsReadWithoutItsNeighbours() {
    assertEquals(
        2,
        spark
            .sql(
                "SELECT body FROM telltale.`"
                    + ADDRESS
                    + "` WHERE export_time >= '2026-11-20 10:00:00' AND export_time < '2026-11-20 11:00:00'")
            .count());
    assertEquals(List.of(TEN), opened());
  }

  @Test
  void aTelemetryTypeIsReadWithoutOthers() {
    Dataset<Row> rows =
        spark.read().format("telltale").load(ADDRESS).where("telemetry_type IN ('kubernetes')");
    assertEquals("Pod", rows.select("name").first().getString(0));
    assertEquals(List.of(NEXT_DAY), opened());
    String plan = rows.queryExecution().executedPlan().toString();
    assertTrue(plan.contains("of [kubernetes]"), plan);
  }

  @Test
  void whatCannotBeIsNotListed() {
    assertEquals(
        0,
        spark
            .sql(
                "SELECT * FROM telltale.`"
                    + ADDRESS
                    + "` WHERE export_time > '2026-11-21' AND export_time < '2026-11-20'")
            .count());
    assertEquals(before, store.requests().size());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "export_date = '2026-11-20'",
        "export_date > '2026-11-20'",
        "export_date <= '2026-11-20'",
        "export_time = '2026-11-20 10:05:00'",
        "export_time > '2026-11-20 10:05:00'",
        "export_time <= '2026-11-20 10:05:00'",
        "'2026-11-20 11:00:00' < export_time",
        "export_date IN ('2026-11-20', '2026-11-21')",
        "telemetry_type = 'logs' OR export_date = '2026-11-21'",
        "telemetry_type <> 'logs'",
        "telemetry_type = 'logs' AND telemetry_type = 'kubernetes'",
        "telemetry_type IS NULL",
        "telemetry_type IN ('logs', NULL)",
        "record_type = 'logs' AND export_time BETWEEN '2026-11-20 10:00:00' AND '2026-11-20 10:59:59'",
        "body LIKE '%later%'",
      })
  void aConditionGivesTheRowsThatItWouldGiveAnyway(String condition) {
    String columns =
        "object_key, record_index, record_type, telemetry_type, export_time, export_date, body";
    String all = "(SELECT " + columns + " FROM telltale.`" + ADDRESS + "`)";
    Dataset<Row> unfiltered = spark.sql("SELECT * FROM " + all).localCheckpoint();
    assertEquals(
        unfiltered.where(condition).orderBy("object_key", "record_index").collectAsList(),
        spark
            .sql(
                "SELECT * FROM "
                    + all
                    + " WHERE "
                    + condition
                    + " ORDER BY object_key, record_index")
            .collectAsList());
  }

  @Test
  void aColumnThatNobodyAsksForIsNotRead() {
    Dataset<Row> rows =
        spark.sql("SELECT object_key, record_index FROM telltale.`" + ADDRESS + "`");
    assertEquals(5, rows.collectAsList().size());
    String plan = rows.queryExecution().executedPlan().toString();
    assertFalse(plan.contains("body#"), plan);
    assertEquals(5, spark.sql("SELECT 1 FROM telltale.`" + ADDRESS + "`").count());
  }

  @Test
  void aValueThatIsFoundLateIsRedactedInEveryColumn() {
    store.put(
        "late/x",
        """
        {"severity":"info","message":"a","note":"Wq7kd2Lm9ZtRb4"}
        {"message":"b","password":"Wq7kd2Lm9ZtRb4"}
        """,
        null);
    List<String> columns = new ArrayList<>(List.of(SourceContent.RECORDS.schema().fieldNames()));
    columns.remove("body");
    for (String asked : List.of("body", String.join(", ", columns), "attributes, name, emitter")) {
      spark
          .sql("SELECT " + asked + " FROM telltale.`s3a://b/late`")
          .collectAsList()
          .forEach(row -> assertFalse(row.json().contains("Wq7kd2Lm9ZtRb4"), asked));
    }
    assertEquals(
        List.of(1, 1),
        spark
            .sql("SELECT finding_count FROM telltale.`s3a://b/late` ORDER BY record_index")
            .collectAsList()
            .stream()
            .map(row -> row.getInt(0))
            .toList());
  }

  @Test
  void aViewThatStaysMayReadAnAddress() {
    spark.sql(
        "CREATE OR REPLACE VIEW raw_for_tests AS SELECT body FROM telltale.`"
            + ADDRESS
            + "` WHERE telemetry_type = 'kubernetes'");
    try {
      assertEquals(1, spark.table("raw_for_tests").count());
    } finally {
      spark.sql("DROP VIEW raw_for_tests");
    }
  }

  @Test
  void whatIsNotReadingIsRefused() {
    for (String statement :
        List.of(
            "INSERT INTO telltale.`" + ADDRESS + "` SELECT * FROM telltale.`" + ADDRESS + "`",
            "DROP TABLE telltale.`" + ADDRESS + "`",
            "DELETE FROM telltale.`" + ADDRESS + "`",
            "CREATE TABLE telltale.`s3a://b/new` (a INT)",
            "SELECT * FROM telltale.findings",
            "SELECT * FROM telltale.other.`" + ADDRESS + "`")) {
      assertThrows(Exception.class, () -> spark.sql(statement).collectAsList(), statement);
    }
    assertThrows(AnalysisException.class, () -> spark.sql("SELECT * FROM telltale.customers"));
    assertThrows(UserMistake.class, () -> spark.read().format("telltale").load().count());
  }

  @Test
  void anAddressWithoutObjectsIsSaid() {
    Exception nothing =
        assertThrows(
            Exception.class,
            () -> spark.sql("SELECT * FROM telltale.`s3a://b/nothing/here`").collectAsList());
    assertTrue(String.valueOf(nothing.getMessage()).contains("nothing/here"), nothing.toString());
  }

  @Test
  void anObjectThatCannotBeReadFailsTheQueryUnlessItIsToBeSkipped() {
    store.put("shut/a", "{\"message\":\"open\"}\n", null);
    store.put("shut/b", "{\"message\":\"closed\"}\n", null);
    store.failNext("shut/b", 403, "AccessDenied", Integer.MAX_VALUE);
    Exception denied =
        assertThrows(
            Exception.class, () -> spark.sql("SELECT body FROM telltale.`s3a://b/shut`").count());
    assertTrue(denied.toString().contains("access-denied"), denied.toString());
    assertEquals(
        1,
        spark
            .read()
            .format("telltale")
            .option("unreadable", "skip")
            .load("s3a://b/shut")
            .select("body")
            .count());
    assertThrows(
        UserMistake.class,
        () ->
            spark.sql("SELECT * FROM telltale.`s3a://b/logs` WITH ('findings' = 'true')").count());
  }

  /** The keys of the objects that were opened since the test began. */
  private List<String> opened() {
    TreeSet<String> keys = new TreeSet<>();
    List<LoopbackStore.Request> requests = store.requests();
    for (LoopbackStore.Request request : requests.subList(before, requests.size())) {
      if (request.method().equals("GET") && request.path().length() > "/b/".length()) {
        keys.add(request.path().substring("/b/".length()));
      }
    }
    return List.copyOf(keys);
  }
}
