package dev.telltale.jobs.tables;

import io.delta.tables.DeltaTable;
import io.delta.tables.DeltaTableBuilder;
import java.util.Objects;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** A folder of Delta tables. Driver. */
public final class Lake {
  private final SparkSession spark;
  private final String root;

  /**
   * @param root a local folder or an {@code s3a://} URI
   */
  public Lake(SparkSession spark, String root) {
    this.spark = Objects.requireNonNull(spark, "spark");
    this.root =
        root.endsWith("/") && root.length() > 1 ? root.substring(0, root.length() - 1) : root;
  }

  public String root() {
    return root;
  }

  public String path(LakeTable table) {
    return root + "/" + table.id();
  }

  /** Creates the tables that do not exist yet. */
  public void create() {
    for (LakeTable table : LakeTable.values()) {
      DeltaTableBuilder builder =
          DeltaTable.createIfNotExists(spark)
              .location(path(table))
              .addColumns(table.schema())
              .property("delta.enableDeletionVectors", "false")
              .property("delta.dataSkippingStatsColumns", table.statistics())
              .property("delta.logRetentionDuration", "interval 30 days")
              .property("delta.deletedFileRetentionDuration", "interval 7 days");
      if (!table.partitions().isEmpty()) {
        builder = builder.partitionedBy(table.partitions().toArray(String[]::new));
      }
      builder.execute();
    }
  }

  public boolean exists() {
    return DeltaTable.isDeltaTable(spark, path(LakeTable.OBJECTS));
  }

  public Dataset<Row> read(LakeTable table) {
    return spark.read().format("delta").load(path(table));
  }

  /**
   * Appends a batch. A second append with the same run and batch does nothing (Delta's {@code txn}
   * action), so that a batch whose commit was lost on the way back can be written again.
   */
  public void append(LakeTable table, Dataset<Row> rows, String runId, long batch) {
    String[] columns = table.schema().fieldNames();
    rows.selectExpr(columns)
        .write()
        .format("delta")
        .mode("append")
        .option("txnAppId", "telltale/" + runId + "/" + table.id())
        .option("txnVersion", batch)
        .save(path(table));
  }

  /** Makes the tables, and the views of telemetry types, known to SQL under their names. */
  public void registerViews() {
    for (LakeTable table : LakeTable.values()) {
      read(table).createOrReplaceTempView(table.id());
    }
    for (LakeView view : LakeView.values()) {
      spark.sql(view.query()).createOrReplaceTempView(view.id());
    }
  }
}
