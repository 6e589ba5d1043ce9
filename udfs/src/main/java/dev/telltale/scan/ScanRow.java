package dev.telltale.scan;

/**
 * A row that the scan of an object yields: records and findings as they come, the object's own row
 * last.
 */
public sealed interface ScanRow permits RecordRow, FindingRow, ObjectRow {
  /** About how much memory the row takes, in bytes. */
  long heldBytes();
}
