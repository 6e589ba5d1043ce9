package dev.telltale.jobs.tables;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;

import dev.telltale.scan.ObjectStatus;
import io.delta.tables.DeltaTable;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import scala.jdk.javaapi.CollectionConverters;

/** The {@code objects} table as the memory of what was scanned under which rules. Driver. */
public final class Ledger {
  private static final String SAME_VERSION =
      "seen.bucket = listed.bucket AND seen.object_key = listed.object_key AND seen.etag = listed.etag"
          + " AND seen.version_id <=> listed.version_id";

  private final SparkSession spark;
  private final Lake lake;

  public Ledger(SparkSession spark, Lake lake) {
    this.spark = spark;
    this.lake = lake;
  }

  /**
   * The listed object versions without a row under these rules; those that could not be read then
   * are unseen.
   */
  public Dataset<Row> unseen(Dataset<Row> objects, String ruleSet) {
    Dataset<Row> seen =
        lake.read(LakeTable.OBJECTS)
            .where(
                col("rule_set").equalTo(ruleSet).and(col("status").isin(unread()).equalTo(false)))
            .select("bucket", "object_key", "etag", "version_id");
    return objects.as("listed").join(seen.as("seen"), expr(SAME_VERSION), "left_anti");
  }

  /**
   * Removes the rows of earlier runs that say of these objects that they could not be read: the
   * ledger has one row for each object version and rule set, and this run is about to write it.
   */
  public void forgetUnread(Dataset<Row> objects, String ruleSet, String runId) {
    Dataset<Row> stale =
        lake.read(LakeTable.OBJECTS)
            .where(
                col("rule_set")
                    .equalTo(ruleSet)
                    .and(col("run_id").notEqual(runId))
                    .and(col("status").isin(unread())));
    if (objects.as("listed").join(stale.as("seen"), expr(SAME_VERSION), "left_semi").isEmpty()) {
      return;
    }
    Conflicts.retried(() -> forget(objects, ruleSet, runId));
  }

  private void forget(Dataset<Row> objects, String ruleSet, String runId) {
    DeltaTable.forPath(spark, lake.path(LakeTable.OBJECTS))
        .as("seen")
        .merge(
            objects.select("bucket", "object_key", "etag", "version_id").as("listed"),
            "seen.rule_set = '"
                + ruleSet
                + "' AND seen.run_id <> '"
                + runId
                + "' AND "
                + SAME_VERSION)
        .whenMatched("seen.status IN ('unreadable', 'vanished')")
        .delete()
        .execute();
  }

  /** Removes the records and findings that a run wrote for objects it never committed. */
  public void rollBack(Dataset<Row> objects, String runId) {
    Dataset<Row> committed =
        lake.read(LakeTable.OBJECTS)
            .where(col("run_id").equalTo(runId))
            .select("bucket", "object_key");
    Dataset<Row> orphans =
        objects
            .join(
                committed,
                CollectionConverters.asScala(List.of("bucket", "object_key")).toSeq(),
                "left_anti")
            .select("bucket", "object_key");
    for (LakeTable table : List.of(LakeTable.RECORDS, LakeTable.FINDINGS)) {
      Conflicts.retried(() -> remove(table, orphans, runId));
    }
  }

  private void remove(LakeTable table, Dataset<Row> orphans, String runId) {
    DeltaTable.forPath(spark, lake.path(table))
        .as("written")
        .merge(
            orphans.as("orphan"),
            "written.run_id = '"
                + runId
                + "' AND written.bucket = orphan.bucket"
                + " AND written.object_key = orphan.object_key")
        .whenMatched()
        .delete()
        .execute();
  }

  /** How many objects a run has committed. */
  public long rowsOf(String runId) {
    return lake.read(LakeTable.OBJECTS).where(col("run_id").equalTo(runId)).count();
  }

  private static Object[] unread() {
    return new Object[] {ObjectStatus.UNREADABLE.id(), ObjectStatus.VANISHED.id()};
  }
}
