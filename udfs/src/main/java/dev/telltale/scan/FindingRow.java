package dev.telltale.scan;

import dev.telltale.detection.finding.Finding;
import java.time.Instant;

/**
 * A finding at its place in an object: one row of the table of findings.
 *
 * @param id the same for the same finding in the same object version, in every run
 * @param recordIndex of the record in its object, or {@link #IN_KEY}
 * @param valueOffset where the value, or the name, that holds the match starts in the record's
 *     innermost layer; -1 where that is not known. Its length is that of the finding's span
 */
public record FindingRow(
    String id,
    Finding finding,
    long recordIndex,
    String telemetryType,
    String format,
    String emitter,
    Instant eventTime,
    long valueOffset)
    implements ScanRow {
  /** Stands for the index of the record where a finding is in the key of the object. */
  public static final long IN_KEY = -1;

  private static final int ROW_BYTES = 2_048;

  @Override
  public long heldBytes() {
    return ROW_BYTES;
  }
}
