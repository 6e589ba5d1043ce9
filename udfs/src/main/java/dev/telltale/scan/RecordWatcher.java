package dev.telltale.scan;

import dev.telltale.detection.finding.Finding;
import dev.telltale.record.DecodedRecord;
import java.util.List;

/** Sees the records of an object as they were sent. In a task, which they do not leave. */
@FunctionalInterface
public interface RecordWatcher {
  /** Looks away. */
  RecordWatcher NONE = (record, findings) -> {};

  /**
   * A record was scanned.
   *
   * @param record with all its values
   * @param findings in it, suppressed ones included
   */
  void scanned(DecodedRecord record, List<Finding> findings);
}
