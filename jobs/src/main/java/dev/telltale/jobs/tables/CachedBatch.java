package dev.telltale.jobs.tables;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;

import dev.telltale.scan.ObjectStatus;
import dev.telltale.scan.ScanRun;
import java.sql.Timestamp;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The cached rows of one batch, from which the three tables are written, so that the objects are
 * read once. Each row is a record, a finding or an object. Driver.
 */
public final class CachedBatch {
  private static final Object[] UNREAD = {ObjectStatus.UNREADABLE.id(), ObjectStatus.VANISHED.id()};

  private final Dataset<Row> rows;
  private final ScanRun run;

  public CachedBatch(Dataset<Row> rows, ScanRun run) {
    this.rows = rows;
    this.run = run;
  }

  /**
   * The same rows without what is withdrawn: rows of a reading that another one replaced, and those
   * of objects that turned out to be unreadable after their first bytes, which the next run reads
   * again and must not find half of in the lake.
   */
  public CachedBatch standing() {
    Column halfRead = col("object.status").isin(UNREAD).and(col("object.record_count").gt(0));
    List<Row> withdrawing =
        rows.where(halfRead.or(col("object").isNotNull().and(col("reading").gt(0))))
            .select(col("ordinal"), col("reading"), halfRead)
            .collectAsList();
    Column stands = lit(true);
    for (Row object : withdrawing) {
      Column same = col("ordinal").equalTo(object.getLong(0));
      Column kept = object.getBoolean(2) ? lit(false) : col("reading").equalTo(object.getInt(1));
      stands = stands.and(not(same).or(kept));
    }
    return withdrawing.isEmpty()
        ? this
        : new CachedBatch(rows.where(col("object").isNotNull().or(stands)), run);
  }

  public Dataset<Row> records() {
    return rows.where(col("record").isNotNull())
        .select(
            col("ref.bucket"),
            col("ref.object_key"),
            col("ref.version_id"),
            col("record.*"),
            col("ref.export_time"),
            col("ref.export_date"),
            lit(run.runId()).as("run_id"));
  }

  public Dataset<Row> findings() {
    return rows.where(col("finding").isNotNull())
        .select(
            col("finding.*"),
            col("finding.value.*"),
            col("ref.bucket"),
            col("ref.object_key"),
            col("ref.version_id"),
            col("ref.version_state"),
            col("ref.etag"),
            col("ref.export_time"),
            col("ref.export_date"),
            lit(run.runId()).as("run_id"),
            lit(run.ruleSet()).as("rule_set"),
            lit(Timestamp.from(run.startedAt())).as("detected_at"));
  }

  public Dataset<Row> objects() {
    return rows.where(col("object").isNotNull())
        .select(
            col("ref.*"),
            col("object.*"),
            // Of an object that could not be read to its end no row stands.
            when(col("object.status").isin(UNREAD), lit(0L))
                .otherwise(col("records_kept"))
                .as("records_kept"),
            lit(run.ruleSet()).as("rule_set"),
            lit(run.runId()).as("run_id"),
            lit(Timestamp.from(run.startedAt())).as("scanned_at"));
  }
}
