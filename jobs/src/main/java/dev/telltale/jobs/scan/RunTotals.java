package dev.telltale.jobs.scan;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;

import dev.telltale.jobs.tables.Lake;
import dev.telltale.jobs.tables.LakeTable;
import org.apache.spark.sql.Row;

/**
 * The figures of a run, added up from its ledger rows.
 *
 * @param read objects that ended {@code scanned}
 * @param recordsKept of the records those that are in the lake
 * @param bytesRead stored bytes of the objects that were read
 */
public record RunTotals(
    long objects,
    long read,
    long partial,
    long refused,
    long unreadable,
    long vanished,
    long bytesRead,
    long bytesDecoded,
    long bytesRawScanned,
    long bytesUnread,
    long records,
    long recordsKept,
    long findings,
    long suppressed,
    long faults) {

  static final RunTotals NONE = new RunTotals(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

  static RunTotals of(Lake lake, String runId) {
    Row sums =
        lake.read(LakeTable.OBJECTS)
            .where(col("run_id").equalTo(runId))
            .select(
                expr("count(*)"),
                count("status = 'scanned'"),
                count("status = 'partial'"),
                count("status = 'refused'"),
                count("status = 'unreadable'"),
                count("status = 'vanished'"),
                sum(
                    "CASE WHEN status IN ('unreadable', 'vanished', 'refused') THEN 0 ELSE size END"),
                sum("bytes_decoded"),
                sum("bytes_raw_scanned"),
                sum("bytes_unread"),
                sum("CASE WHEN status IN ('unreadable', 'vanished') THEN 0 ELSE record_count END"),
                sum(
                    "CASE WHEN status IN ('unreadable', 'vanished') THEN 0"
                        + " ELSE coalesce(records_kept, record_count) END"),
                sum("CASE WHEN status IN ('unreadable', 'vanished') THEN 0 ELSE finding_count END"),
                sum(
                    "CASE WHEN status IN ('unreadable', 'vanished') THEN 0 ELSE suppressed_count END"),
                sum("fault_count"))
            .first();
    return new RunTotals(
        sums.getLong(0),
        sums.getLong(1),
        sums.getLong(2),
        sums.getLong(3),
        sums.getLong(4),
        sums.getLong(5),
        sums.getLong(6),
        sums.getLong(7),
        sums.getLong(8),
        sums.getLong(9),
        sums.getLong(10),
        sums.getLong(11),
        sums.getLong(12),
        sums.getLong(13),
        sums.getLong(14));
  }

  RunTotals plus(RunTotals other) {
    return new RunTotals(
        objects + other.objects,
        read + other.read,
        partial + other.partial,
        refused + other.refused,
        unreadable + other.unreadable,
        vanished + other.vanished,
        bytesRead + other.bytesRead,
        bytesDecoded + other.bytesDecoded,
        bytesRawScanned + other.bytesRawScanned,
        bytesUnread + other.bytesUnread,
        records + other.records,
        recordsKept + other.recordsKept,
        findings + other.findings,
        suppressed + other.suppressed,
        faults + other.faults);
  }

  public long bytesUnpacked() {
    return bytesDecoded + bytesRawScanned + bytesUnread;
  }

  /** Looked-at bytes of all bytes; 1 where there was nothing to look at. */
  public double coverage() {
    return bytesUnpacked() == 0 ? 1 : (double) (bytesDecoded + bytesRawScanned) / bytesUnpacked();
  }

  private static org.apache.spark.sql.Column count(String condition) {
    return expr("coalesce(count_if(" + condition + "), 0)");
  }

  private static org.apache.spark.sql.Column sum(String value) {
    return expr("coalesce(sum(" + value + "), 0L)");
  }
}
