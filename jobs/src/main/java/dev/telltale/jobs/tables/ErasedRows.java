package dev.telltale.jobs.tables;

import static org.apache.spark.sql.functions.expr;

import io.delta.tables.DeltaTable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/**
 * Removes the rows of object versions that are no more, the ledger's last: what is cut off is done
 * again. Joins, for a literal in a condition would stay in the log of the table. The next scan
 * reads what took the place of such an object, as it has no row. Driver.
 */
public final class ErasedRows {
  /** An object version as the lake names it. */
  public static final StructType VERSION =
      StructType.fromDDL("bucket STRING, object_key STRING, version_id STRING, etag STRING");

  private final SparkSession spark;
  private final Lake lake;

  public ErasedRows(SparkSession spark, Lake lake) {
    this.spark = spark;
    this.lake = lake;
  }

  /**
   * @param versions rows of {@link #VERSION}
   */
  public void remove(Dataset<Row> versions) {
    Dataset<Row> distinct = versions.distinct();
    // Rows of records have no etag: the run tells contents of the same key apart.
    Dataset<Row> runs =
        lake.read(LakeTable.OBJECTS)
            .as("o")
            .join(distinct.as("gone"), expr(SameObject.content("o", "gone")), "left_semi")
            .selectExpr("bucket", "object_key", "version_id", "run_id")
            .distinct();
    remove(
        LakeTable.RECORDS,
        runs,
        SameObject.version("kept", "gone") + " AND kept.run_id = gone.run_id");
    remove(LakeTable.FINDINGS, distinct, SameObject.content("kept", "gone"));
    remove(LakeTable.OBJECTS, distinct, SameObject.content("kept", "gone"));
  }

  private void remove(LakeTable table, Dataset<Row> gone, String same) {
    boolean none =
        lake.read(table).as("kept").join(gone.as("gone"), expr(same), "left_semi").isEmpty();
    if (none) {
      return;
    }
    Conflicts.retried(
        () ->
            DeltaTable.forPath(spark, lake.path(table))
                .as("kept")
                .merge(gone.as("gone"), same)
                .whenMatched()
                .delete()
                .execute());
  }
}
