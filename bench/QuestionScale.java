import dev.telltale.jobs.tables.Lake;
import dev.telltale.jobs.tables.LakeTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructField;

/**
 * Makes a lake of many records over four telemetry types and thirty days, and asks it the questions
 * of a document, each once to warm up and three times measured.
 *
 * <pre>
 *   java -cp CLASSPATH bench/QuestionScale.java RECORDS DOCUMENT
 * </pre>
 */
public final class QuestionScale {
  private static final int ROUNDS = 3;
  private static final String VIEW = "CREATE VIEW";
  private static final String SECTION = "## The ten questions that come first";

  private QuestionScale() {}

  public static void main(String[] words) throws Exception {
    long objects = Math.max(1, Long.parseLong(words[0]) / 1_000);
    SparkSession spark =
        SparkSession.builder()
            .master("local[2]")
            .config("spark.ui.enabled", "false")
            .config("spark.driver.host", "127.0.0.1")
            .config("spark.driver.bindAddress", "127.0.0.1")
            .config("spark.io.encryption.enabled", "true")
            .config("spark.sql.shuffle.partitions", "8")
            .config("spark.databricks.delta.snapshotPartitions", "2")
            .config("spark.sql.session.timeZone", "UTC")
            .config("spark.sql.extensions", "io.delta.sql.DeltaSparkSessionExtension")
            .config(
                "spark.sql.catalog.spark_catalog",
                "org.apache.spark.sql.delta.catalog.DeltaCatalog")
            .getOrCreate();
    Lake lake = lake(spark, objects);
    lake.registerViews();
    spark.sql("SELECT 1").collectAsList();
    System.out.printf(
        "%,d records, %,d objects, %,d findings%n",
        spark.table("records").count(), objects, spark.table("findings").count());
    int number = 0;
    for (String statement : statements(Path.of(words[1]))) {
      if (statement.startsWith(VIEW)) {
        spark.sql(statement.replace(VIEW, "CREATE OR REPLACE TEMPORARY VIEW"));
        continue;
      }
      String question = statement;
      number++;
      List<Double> seconds = new ArrayList<>();
      int rows = 0;
      for (int round = 0; round <= ROUNDS; round++) {
        long began = System.nanoTime();
        rows = spark.sql(question).collectAsList().size();
        seconds.add((System.nanoTime() - began) / 1e9);
      }
      double first = seconds.remove(0);
      seconds.sort(null);
      System.out.printf(
          "question %2d: first %5.2f s, median of %d %5.2f s, %,d rows%n",
          number, first, ROUNDS, seconds.get(ROUNDS / 2), rows);
    }
    pruned(spark);
    System.exit(0);
  }

  /** One day of one type: what of the table is read. */
  private static void pruned(SparkSession spark) {
    Dataset<Row> day =
        spark.sql(
            "SELECT count(*) FROM records WHERE telemetry_type = 'logs'"
                + " AND export_date = DATE'2026-04-10' AND severity IS NULL");
    long began = System.nanoTime();
    day.collectAsList();
    String plan = day.queryExecution().executedPlan().toString();
    System.out.printf(
        "one day of one type: %.2f s, by partition: %s%n",
        (System.nanoTime() - began) / 1e9,
        plan.lines().anyMatch(line -> line.contains("PartitionFilters: [isnotnull")));
  }

  /** The views that the questions read, and the questions. */
  private static List<String> statements(Path document) throws IOException {
    String text = Files.readString(document);
    int questions = text.indexOf(SECTION);
    return Arrays.stream(text.split("```sql\n"))
        .skip(1)
        .map(each -> each.substring(0, each.indexOf("```")))
        .filter(each -> each.startsWith(VIEW) || text.indexOf(each) > questions)
        .toList();
  }

  private static Lake lake(SparkSession spark, long objects) throws IOException {
    Lake lake = new Lake(spark, Files.createTempDirectory("question-scale").toString());
    lake.create();
    String object =
        "'bucket' AS bucket, concat(element_at(array('logs', 'metrics', 'kubernetes', 'analytics'),"
            + " CAST(1 + id % 4 AS INT)), '/2026/04/', 1 + id % 30, '/object-', id) AS object_key,"
            + " CAST(NULL AS STRING) AS version_id, sha1(CAST(id AS STRING)) AS etag,"
            + " 'current' AS version_state, element_at(array('logs', 'metrics', 'kubernetes', 'analytics'),"
            + " CAST(1 + id % 4 AS INT)) AS telemetry_type, 'gitpod-log' AS format,"
            + " date_add(DATE'2026-04-01', CAST(id % 30 AS INT)) AS export_date,"
            + " timestampadd(HOUR, id % 720, TIMESTAMP'2026-04-01 00:00:00') AS export_time,"
            + " 'run' AS run_id, 'rules' AS rule_set";
    fill(
        lake,
        LakeTable.OBJECTS,
        spark.sql(
            "SELECT "
                + object
                + ", 200000L AS size, 1000L AS record_count, 1L AS finding_count, 200000L AS bytes_decoded,"
                + " 0L AS bytes_raw_scanned, 0L AS bytes_unread, 0 AS fault_count, array('gzip') AS containers,"
                + " 'STANDARD' AS storage_class, TIMESTAMP'2026-04-30 10:00:00' AS last_modified,"
                + " TIMESTAMP'2026-04-30 11:00:00' AS scanned_at, 'scanned' AS status FROM range("
                + objects
                + ")"));
    fill(
        lake,
        LakeTable.RECORDS,
        spark.sql(
            "SELECT "
                + object
                + ", record_index, concat('{\"message\":\"', sha2(CAST(id * 1000 + record_index AS STRING), 512), '\"}')"
                + " AS body FROM range(0, "
                + objects
                + ", 1, 4) LATERAL VIEW explode(sequence(0L, 999L)) AS record_index"));
    fill(
        lake,
        LakeTable.FINDINGS,
        spark.sql(
            "SELECT "
                + object
                + ", 3L AS record_index, element_at(array('github.token', 'pii.email', 'network.ipv4'),"
                + " CAST(1 + id % 3 AS INT)) AS rule, element_at(array('credential', 'personal', 'network'),"
                + " CAST(1 + id % 3 AS INT)) AS category, element_at(array('critical', 'medium', 'low'),"
                + " CAST(1 + id % 3 AS INT)) AS severity, 0.9D AS confidence, 'ab****cd' AS masked,"
                + " '$.message' AS field_path, '$.message' AS field_pattern, concat('server-', id % 50) AS emitter,"
                + " 0 AS match_start, concat('finding-', id) AS finding_id,"
                + " sha2(CAST(id DIV 3 AS STRING), 256) AS fingerprint, 'STANDARD' AS storage_class,"
                + " CAST(array() AS ARRAY<STRING>) AS encodings FROM range("
                + objects
                + ")"));
    return lake;
  }

  private static void fill(Lake lake, LakeTable table, Dataset<Row> rows) {
    List<String> present = new ArrayList<>(List.of(rows.columns()));
    List<String> known = Arrays.asList(table.schema().fieldNames());
    Dataset<Row> filled = rows.select(present.stream().filter(known::contains).map(functions::col)
        .toArray(org.apache.spark.sql.Column[]::new));
    for (StructField column : table.schema().fields()) {
      if (!present.contains(column.name())) {
        filled = filled.withColumn(column.name(), functions.lit(null).cast(column.dataType()));
      } else {
        filled = filled.withColumn(column.name(), functions.col(column.name()).cast(column.dataType()));
      }
    }
    lake.append(table, filled, "bench", 0);
  }
}
