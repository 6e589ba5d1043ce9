package dev.telltale.jobs.scan;

import dev.telltale.scan.FindingRow;
import dev.telltale.scan.RecordRow;
import dev.telltale.scan.ScanRow;

/**
 * Which records of an object go to the lake, and how many those are: all, or only the ones with
 * findings. Used by one task.
 */
final class KeptRecords {
  private static final long NONE = -2;

  private final boolean findingsOnly;
  private int reading;
  private long foundIn;
  private long count;

  KeptRecords(boolean findingsOnly) {
    this.findingsOnly = findingsOnly;
    startObject();
  }

  void startObject() {
    startReading(0);
  }

  private void startReading(int newReading) {
    reading = newReading;
    foundIn = NONE;
    count = 0;
  }

  /**
   * Whether a row goes to the lake. The findings of a record come before it.
   *
   * @param ofReading the reading that the row is of: a later one withdraws the rows before it
   */
  boolean keeps(ScanRow row, int ofReading) {
    if (ofReading != reading) {
      startReading(ofReading);
    }
    if (row instanceof FindingRow finding) {
      foundIn = finding.recordIndex();
    } else if (row instanceof RecordRow record) {
      if (findingsOnly && record.findingCount() == 0 && record.index() != foundIn) {
        return false;
      }
      count++;
    }
    return true;
  }

  /** Records of the object, in its present reading, that went to the lake. */
  long count() {
    return count;
  }
}
