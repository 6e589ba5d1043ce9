package dev.telltale.jobs.command.report;

import java.util.Comparator;
import java.util.List;
import org.apache.spark.sql.Row;

/** A key of an object without what the scan found in it. */
final class KeyMarks {
  private KeyMarks() {}

  /**
   * The key with a mask in the place of each finding.
   *
   * @param marks {@code match_start}, {@code match_length}, {@code masked} and {@code depth}, the
   *     encodings around the value: where there are some, the positions are not those of the key,
   *     and the mask stands for all of it
   */
  static String masked(String key, List<Row> marks) {
    StringBuilder shown = new StringBuilder(key);
    int from = key.length();
    List<Row> lastFirst =
        marks.stream()
            .sorted(Comparator.comparingInt((Row mark) -> mark.getInt(0)).reversed())
            .toList();
    for (Row mark : lastFirst) {
      int start = mark.getInt(0);
      int end = start + mark.getInt(1);
      if (mark.getInt(3) > 0 || start < 0 || end > key.length()) {
        return "(key that holds " + mark.getString(2) + ")";
      }
      if (end <= from) {
        shown.replace(start, end, mark.getString(2));
        from = start;
      } else if (start < from) {
        shown.replace(start, from, mark.getString(2));
        from = start;
      }
    }
    return shown.toString();
  }
}
