package dev.telltale.jobs.scan;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.udf;

import dev.telltale.jobs.store.ObjectReading;
import dev.telltale.jobs.tables.Lake;
import dev.telltale.jobs.tables.LakeTable;
import dev.telltale.jobs.tables.Ledger;
import dev.telltale.listing.ObjectKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.types.DataTypes;

/** Estimates what a scan would read and what that would cost. Writes nothing, not even the lake. */
public final class ScanPlanning {
  private static final UDF1<String, String> TYPE = key -> ObjectKey.of(key).telemetryType().id();

  private final SparkSession spark;
  private final ScanOptions options;
  private final Lake lake;

  public ScanPlanning(SparkSession spark, ScanOptions options) {
    this.spark = spark;
    this.options = options;
    this.lake = new Lake(spark, options.lake());
  }

  /**
   * @throws dev.telltale.jobs.settings.UserMistake if the sources cannot be listed
   */
  public ScanPlan plan() {
    String ruleSet = ScanRules.of(options.includeExamples(), options.team()).id();
    try (Listed listed = Listed.of(spark, options)) {
      Dataset<Row> fresh =
          lake.exists()
              ? new Ledger(spark, lake).unseen(listed.objects(), ruleSet, options.findingsOnly())
              : listed.objects();
      Map<String, Double> growth = growth();
      List<ScanPlan.Part> parts = new ArrayList<>();
      long archived = 0;
      for (Row row : byType(fresh).collectAsList()) {
        if (row.getBoolean(1)) {
          archived += row.getLong(2);
        } else {
          parts.add(part(row, growth));
        }
      }
      return new ScanPlan(
          lake.root(),
          ruleSet,
          listed.count(),
          archived,
          parts,
          rate(),
          spark.sparkContext().defaultParallelism());
    }
  }

  private static Dataset<Row> byType(Dataset<Row> fresh) {
    Column archived =
        coalesce(col("storage_class").isin(ObjectReading.ARCHIVES.toArray()), lit(false));
    return fresh
        .groupBy(
            udf(TYPE, DataTypes.StringType).apply(col("object_key")).as("telemetry_type"),
            archived.as("archived"))
        .agg(count(lit(1)), sum("size"))
        .orderBy("telemetry_type", "archived");
  }

  private static ScanPlan.Part part(Row row, Map<String, Double> growth) {
    String type = row.getString(0);
    double factor = growth.getOrDefault(type, growth.getOrDefault("", 1.0));
    return new ScanPlan.Part(
        type, row.getLong(2), row.getLong(3), Math.round(row.getLong(3) * factor));
  }

  /** Unpacked bytes for each stored one, by telemetry type; of all types under the empty name. */
  private Map<String, Double> growth() {
    Map<String, Double> growth = new HashMap<>();
    if (lake.exists()) {
      lake.read(LakeTable.OBJECTS)
          .where("size > 0 AND status IN ('scanned', 'partial')")
          .rollup("telemetry_type")
          .agg(expr("sum(bytes_decoded + bytes_raw_scanned + bytes_unread) / sum(size)"))
          .collectAsList()
          .forEach(row -> growth.put(row.isNullAt(0) ? "" : row.getString(0), row.getDouble(1)));
    }
    return growth;
  }

  private WorkRate rate() {
    if (!lake.exists()) {
      return WorkRate.OF_THE_BENCHMARK;
    }
    Row measured =
        lake.read(LakeTable.RUNS)
            .where("core_seconds > 0 AND bytes_unpacked > 0")
            .agg(expr("count(*)"), expr("sum(bytes_unpacked) / sum(core_seconds)"))
            .first();
    return measured.getLong(0) == 0
        ? WorkRate.OF_THE_BENCHMARK
        : new WorkRate(measured.getDouble(1), 0, measured.getLong(0));
  }
}
