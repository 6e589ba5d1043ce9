import dev.telltale.jobs.erasure.ErasurePlan;
import dev.telltale.jobs.erasure.PlanFile;
import dev.telltale.jobs.erasure.plan.ErasurePlanning;
import dev.telltale.jobs.erasure.plan.Selection;
import dev.telltale.jobs.tables.Lake;
import dev.telltale.jobs.tables.LakeTable;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructField;

/**
 * Makes a lake of many objects with ten records each, a tenth of them with one and the same value,
 * and plans erasures over it without asking a store.
 *
 * <pre>
 *   java -cp CLASSPATH bench/ErasureScale.java OBJECTS
 * </pre>
 */
public final class ErasureScale {
  private static final String ONE = "ab".repeat(32);

  private ErasureScale() {}

  public static void main(String[] words) throws Exception {
    long objects = Long.parseLong(words[0]);
    String root = Files.createTempDirectory("erasure-scale").toString();
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
    Lake lake = new Lake(spark, root);
    lake.create();
    String object =
        "'bucket' AS bucket, concat('logs/2026/04/', 1 + id % 28, '/object-', id) AS object_key,"
            + " CAST(NULL AS STRING) AS version_id, sha1(CAST(id AS STRING)) AS etag,"
            + " 'current' AS version_state, 'logs' AS telemetry_type, 'gitpod-log' AS format,"
            + " CAST('2026-04-30' AS DATE) AS export_date, TIMESTAMP'2026-04-30 10:00:00' AS export_time,"
            + " 'run' AS run_id, 'rules' AS rule_set";
    fill(
        lake,
        LakeTable.OBJECTS,
        spark.sql(
            "SELECT "
                + object
                + ", 2000L AS size, 10L AS record_count, 1L AS finding_count, 2000L AS bytes_decoded,"
                + " 0L AS bytes_raw_scanned, 0L AS bytes_unread, array('gzip') AS containers,"
                + " TIMESTAMP'2026-04-30 11:00:00' AS scanned_at, 'scanned' AS status FROM range("
                + objects
                + ")"));
    fill(
        lake,
        LakeTable.RECORDS,
        spark.sql(
            "SELECT "
                + object
                + ", record_index FROM range("
                + objects
                + ") LATERAL VIEW explode(sequence(0L, 9L)) AS record_index"));
    fill(
        lake,
        LakeTable.FINDINGS,
        spark.sql(
            "SELECT "
                + object
                + ", 3L AS record_index, 'github.token' AS rule, 'ghp_****' AS masked, '$.message' AS field_path,"
                + " 0 AS match_start, concat('finding-', id) AS finding_id,"
                + " IF(id % 10 = 0, '"
                + ONE
                + "', sha2(CAST(id AS STRING), 256)) AS fingerprint,"
                + " CAST(array() AS ARRAY<STRING>) AS encodings FROM range("
                + objects
                + ")"));
    for (int round = 0; round < 2; round++) {
      time(spark, lake, "one value in a tenth of the objects", values());
      time(spark, lake, "everything", everything());
    }
    System.exit(0);
  }

  private static Selection values() {
    return new Selection(
        List.of(), List.of(ONE), List.of(), null, null, null, false, 1, false, Duration.ZERO);
  }

  private static Selection everything() {
    return new Selection(
        List.of(), List.of(), List.of(), null, null, null, true, 1, false, Duration.ZERO);
  }

  private static void time(SparkSession spark, Lake lake, String what, Selection selection) {
    long began = System.nanoTime();
    ErasurePlan plan =
        new ErasurePlanning(spark, lake, selection, List.of(), step -> {}, Clock.systemUTC()).plan();
    byte[] bytes = PlanFile.bytes(plan);
    System.out.printf(
        "%-40s %,9d keys %,12d bytes %6.1f s%n",
        what, plan.keys().size(), bytes.length, (System.nanoTime() - began) / 1e9);
  }

  private static void fill(Lake lake, LakeTable table, Dataset<Row> rows) {
    List<String> present = new ArrayList<>(List.of(rows.columns()));
    for (StructField column : table.schema().fields()) {
      if (!present.contains(column.name())) {
        rows = rows.withColumn(column.name(), functions.lit(null).cast(column.dataType()));
      }
    }
    lake.append(table, rows, "bench", 0);
  }
}
