package dev.telltale.decoding.line.app;

import dev.telltale.decoding.line.ColumnRoles;
import dev.telltale.decoding.line.Columns;
import dev.telltale.decoding.line.LeadingTime;
import dev.telltale.decoding.line.Line;
import dev.telltale.decoding.line.LineFormat;
import dev.telltale.decoding.line.StartedLines;
import dev.telltale.listing.TelemetryType;
import dev.telltale.record.DecodedRecord;
import dev.telltale.record.Emission;

/** Lines that start with a date and time, with or without brackets; the rest is the message. */
public final class TimestampedLog {
  private static final String ID = "timestamped-log";

  public static final LineFormat FORMAT =
      new StartedLines(ID, head -> timeEnd(head, head.length()) > 0, TimestampedLog::parse);

  private static final ColumnRoles ROLES = ColumnRoles.NONE.time("time");

  private TimestampedLog() {}

  /** Index after the time that starts a line, without the bracket that may follow; or -1. */
  static int timeEnd(String text, int size) {
    int from = size > 0 && text.charAt(0) == '[' ? 1 : 0;
    int end = LeadingTime.any(text, from, size);
    boolean ends = end > 0 && (end == size || " \t]|:".indexOf(text.charAt(end)) >= 0);
    return ends ? end : -1;
  }

  private static boolean parse(Line line, Emission emission) {
    String text = line.reveal();
    int size = line.firstEnd();
    int end = timeEnd(text, size);
    if (end < 0) {
      return false;
    }
    int message = end;
    while (message < size && " \t]|:-".indexOf(text.charAt(message)) >= 0) {
      message++;
    }
    Columns columns =
        new Columns(line)
            .text("time", text.charAt(0) == '[' ? 1 : 0, end)
            .text("message", message, line.size());
    emission.record(DecodedRecord.of(ID, columns.build(), ROLES).of(TelemetryType.LOGS));
    return true;
  }
}
