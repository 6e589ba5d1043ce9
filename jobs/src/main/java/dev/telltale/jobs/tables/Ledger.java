package dev.telltale.jobs.tables;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.sum;

import dev.telltale.fault.FaultKind;
import dev.telltale.scan.ObjectStatus;
import io.delta.tables.DeltaTable;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** The {@code objects} table as the memory of what was scanned under which rules. Driver. */
public final class Ledger {
  private static final String SAME_VERSION = SameObject.content("seen", "listed");

  /**
   * The same content under the same key, where one of the two listings did not give versions. What
   * is no longer current is treated separately: that it can still be read is new.
   */
  private static final String SAME_CONTENT =
      SameObject.key("seen", "listed")
          + " AND seen.etag = listed.etag"
          + " AND (seen.version_id <=> listed.version_id OR (listed.version_state = 'current'"
          + " AND (seen.version_id IS NULL OR listed.version_id IS NULL)))";

  private static final String OTHER_STATE =
      SameObject.key("seen", "listed")
          + " AND seen.version_id = listed.version_id"
          + " AND NOT seen.version_state <=> listed.version_state";

  /** Rows of the ledger whose object has records that are not in the lake. */
  private static final Column LACKS_RECORDS =
      coalesce(col("records_kept").lt(col("record_count")), lit(false))
          .and(not(col("status").isin(unread())));

  private static final String SAME_OBJECT = SameObject.version("now", "written");

  private final SparkSession spark;
  private final Lake lake;

  public Ledger(SparkSession spark, Lake lake) {
    this.spark = spark;
    this.lake = lake;
  }

  /**
   * The listed object versions without a row under these rules. Unseen are those that could not be
   * read then; and where all records are wanted, those of which only the ones with findings were
   * kept.
   */
  public Dataset<Row> unseen(Dataset<Row> objects, String ruleSet, boolean findingsOnly) {
    if (lake.isUntouched(LakeTable.OBJECTS)) {
      return objects;
    }
    Dataset<Row> seen =
        lake.read(LakeTable.OBJECTS)
            .where(
                col("rule_set")
                    .equalTo(ruleSet)
                    .and(col("status").isin(unread()).equalTo(false))
                    .and(findingsOnly ? lit(true) : not(LACKS_RECORDS)))
            .select("bucket", "object_key", "etag", "version_id");
    return objects.as("listed").join(seen.as("seen"), expr(SAME_CONTENT), "left_anti");
  }

  /**
   * Brings up to date which versions are current, in the rows of what was scanned before: a leak
   * that was deleted since, and can still be read, is kept apart from one in a current version.
   *
   * @param objects a listing of all versions
   */
  public void restate(Dataset<Row> objects) {
    Dataset<Row> versions =
        objects
            .where(col("version_id").isNotNull())
            .select("bucket", "object_key", "version_id", "version_state");
    for (LakeTable table : List.of(LakeTable.FINDINGS, LakeTable.OBJECTS)) {
      boolean same =
          lake.read(table)
              .as("seen")
              .join(versions.as("listed"), expr(OTHER_STATE), "left_semi")
              .isEmpty();
      if (!same) {
        Conflicts.retried(() -> restate(table, versions));
      }
    }
  }

  private void restate(LakeTable table, Dataset<Row> versions) {
    DeltaTable.forPath(spark, lake.path(table))
        .as("seen")
        .merge(versions.as("listed"), OTHER_STATE)
        .whenMatched()
        .updateExpr(Map.of("version_state", "listed.version_state"))
        .execute();
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

  /**
   * Removes the rows of earlier runs that kept only records with findings, of the objects that this
   * run has read and committed with all their records: findings, records and the ledger have them
   * once again. Until then the latest run's rows are the current ones. Doing it again does nothing.
   */
  public void replaceFindingsOnly(String ruleSet, String runId) {
    Column replaceable =
        col("rule_set").equalTo(ruleSet).and(col("run_id").notEqual(runId)).and(LACKS_RECORDS);
    Dataset<Row> committed =
        lake.read(LakeTable.OBJECTS)
            .where(col("run_id").equalTo(runId).and(not(col("status").isin(unread()))));
    Dataset<Row> replaced =
        lake.read(LakeTable.OBJECTS)
            .where(replaceable)
            .as("seen")
            .join(committed.as("listed"), expr(SAME_VERSION), "left_semi")
            .select("bucket", "object_key", "version_id", "run_id");
    // The ledger last: it says what is left to do.
    for (LakeTable table : List.of(LakeTable.RECORDS, LakeTable.FINDINGS, LakeTable.OBJECTS)) {
      Conflicts.retried(
          () ->
              DeltaTable.forPath(spark, lake.path(table))
                  .as("written")
                  .merge(
                      replaced.as("replaced"),
                      "written.run_id = replaced.run_id AND "
                          + SameObject.version("written", "replaced")
                          + (table == LakeTable.OBJECTS
                              ? " AND written.rule_set = '" + ruleSet + "'"
                              : ""))
                  .whenMatched()
                  .delete()
                  .execute());
    }
  }

  /**
   * The ledger's rows of a batch that an earlier driver may have written in part. Records and
   * findings that it committed stay, and those of this driver were passed over; so an object that
   * one of them could read and the other could not would have rows that its ledger row denies, or
   * lack those that it counts. Such an object loses its rows and counts as unreadable: the next
   * plan has it again.
   *
   * @param objects rows of the batch, its records and findings committed
   */
  public Dataset<Row> settle(Dataset<Row> objects, String runId) {
    Dataset<Row> written =
        counted(LakeTable.RECORDS, runId, 1, 0)
            .union(counted(LakeTable.FINDINGS, runId, 0, 1))
            .groupBy("bucket", "object_key", "version_id")
            .agg(sum("record").as("records"), sum("finding").as("findings"));
    String isRead = "now.status NOT IN ('unreadable', 'vanished')";
    List<Row> places =
        objects
            .as("now")
            .join(written.as("written"), expr(SAME_OBJECT), "left")
            .where(
                "IF("
                    + isRead
                    + ", coalesce(now.records_kept, now.record_count), 0) <> coalesce(records, 0) OR IF("
                    + isRead
                    + ", now.finding_count + now.suppressed_count, 0) <> coalesce(findings, 0)")
            .select("now.bucket", "now.object_key", "now.version_id")
            .collectAsList();
    if (places.isEmpty()) {
      return objects;
    }
    Dataset<Row> torn =
        spark.createDataFrame(
            places, objects.select("bucket", "object_key", "version_id").schema());
    remove(torn, runId);
    return objects
        .as("now")
        .join(torn.as("written"), expr(SAME_OBJECT), "left_anti")
        .unionByName(
            objects
                .as("now")
                .join(torn.as("written"), expr(SAME_OBJECT), "left_semi")
                .withColumn("status", lit(ObjectStatus.UNREADABLE.id()))
                .withColumn("fault", lit(FaultKind.READ_FAILED.id()))
                .withColumn("records_kept", lit(0L)));
  }

  private Dataset<Row> counted(LakeTable table, String runId, int record, int finding) {
    return lake.read(table)
        .where(col("run_id").equalTo(runId))
        .select(
            col("bucket"),
            col("object_key"),
            col("version_id"),
            lit(record).as("record"),
            lit(finding).as("finding"));
  }

  /** Removes the records and findings that a run wrote for objects it never committed. */
  public void rollBack(Dataset<Row> objects, String runId) {
    Dataset<Row> committed =
        lake.read(LakeTable.OBJECTS)
            .where(col("run_id").equalTo(runId))
            .select("bucket", "object_key", "version_id");
    remove(
        objects
            .as("now")
            .join(committed.as("written"), expr(SAME_OBJECT), "left_anti")
            .select("bucket", "object_key", "version_id"),
        runId);
  }

  private void remove(Dataset<Row> orphans, String runId) {
    for (LakeTable table : List.of(LakeTable.RECORDS, LakeTable.FINDINGS)) {
      Conflicts.retried(() -> remove(table, orphans, runId));
    }
  }

  private void remove(LakeTable table, Dataset<Row> orphans, String runId) {
    DeltaTable.forPath(spark, lake.path(table))
        .as("written")
        .merge(
            orphans.as("orphan"),
            "written.run_id = '" + runId + "' AND " + SameObject.version("written", "orphan"))
        .whenMatched()
        .delete()
        .execute();
  }

  /** What the ledger holds before a run goes on: one look at it. */
  public Before before(String ruleSet, String runId) {
    if (lake.isUntouched(LakeTable.OBJECTS)) {
      return new Before(0, false, false);
    }
    Column earlier = col("rule_set").equalTo(ruleSet).and(col("run_id").notEqual(runId));
    Row counts =
        lake.read(LakeTable.OBJECTS)
            .agg(
                count_if(col("run_id").equalTo(runId)),
                count_if(earlier.and(col("status").isin(unread()))),
                count_if(earlier.and(LACKS_RECORDS)))
            .first();
    return new Before(counts.getLong(0), counts.getLong(1) > 0, counts.getLong(2) > 0);
  }

  /**
   * What the ledger holds before a run goes on.
   *
   * @param committed objects that the run has committed
   * @param hasUnread whether earlier runs could not read some object under these rules
   * @param lacksRecords whether earlier runs kept only records with findings of some object
   */
  public record Before(long committed, boolean hasUnread, boolean lacksRecords) {}

  private static Object[] unread() {
    return new Object[] {ObjectStatus.UNREADABLE.id(), ObjectStatus.VANISHED.id()};
  }
}
