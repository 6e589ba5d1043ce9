package dev.telltale.jobs.tables;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;

import dev.telltale.jobs.settings.ProductVersion;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Objects that a changed rule set cannot say anything new about: scanned whole, by this version of
 * the program, under a set that matches the same values, without a fault, and without a finding,
 * suppressed ones included. Their ledger rows are valid under the new set as they are. Driver.
 */
public final class UnaffectedObjects {
  private final Lake lake;

  public UnaffectedObjects(Lake lake) {
    this.lake = lake;
  }

  /**
   * Gives them ledger rows under the new set, in one commit, so that a scan leaves them out. A row
   * keeps the run that read the object: its records are those. What has a row under the new set
   * already gets none.
   *
   * @param ruleSets ids of sets that match the same values
   * @return how many
   */
  public long carryOver(List<String> ruleSets, String newRuleSet, Instant now) {
    Dataset<Row> rows = rows(ruleSets, newRuleSet, now).cache();
    try {
      long count = rows.count();
      if (count > 0) {
        lake.append(LakeTable.OBJECTS, rows, "carried-" + newRuleSet + "-" + now.toEpochMilli(), 0);
      }
      return count;
    } finally {
      rows.unpersist();
    }
  }

  private Dataset<Row> rows(List<String> ruleSets, String newRuleSet, Instant now) {
    Dataset<Row> done =
        lake.read(LakeTable.OBJECTS)
            .where(col("rule_set").equalTo(newRuleSet))
            .select("bucket", "object_key", "etag", "version_id");
    Dataset<Row> ofThisVersion =
        lake.read(LakeTable.RUNS)
            .where(col("telltale_version").equalTo(ProductVersion.text()))
            .select("run_id");
    return lake.read(LakeTable.OBJECTS)
        .where(col("rule_set").isin(ruleSets.toArray()))
        .withColumn(
            "age",
            expr(
                "row_number() OVER (PARTITION BY bucket, object_key, version_id, etag"
                    + " ORDER BY scanned_at DESC, run_id DESC)"))
        .where("age = 1")
        .where(
            "status = 'scanned' AND fault_count = 0 AND finding_count = 0 AND suppressed_count = 0")
        .as("o")
        .join(done.as("done"), expr(SameObject.content("done", "o")), "left_anti")
        .join(ofThisVersion.as("r"), expr("o.run_id = r.run_id"), "left_semi")
        .withColumn("rule_set", lit(newRuleSet))
        .withColumn("scanned_at", lit(Timestamp.from(now)));
  }
}
