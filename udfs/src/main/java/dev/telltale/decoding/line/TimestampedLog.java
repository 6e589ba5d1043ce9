package dev.telltale.decoding.line;

import dev.telltale.framing.LineGroups;
import dev.telltale.listing.TelemetryType;
import dev.telltale.record.DecodedRecord;
import dev.telltale.record.Emission;

/** Lines that start with a date and time, with or without brackets; the rest is the message. */
final class TimestampedLog implements LineFormat, LineParser {
  private static final String ID = "timestamped-log";
  private static final ColumnRoles ROLES = ColumnRoles.NONE.time("time");
  private static final LineGroups GROUPS =
      new StackTraces(head -> timeEnd(head, head.length()) > 0, true);

  @Override
  public String id() {
    return ID;
  }

  @Override
  public LineGroups groups() {
    return GROUPS;
  }

  @Override
  public boolean isContinued() {
    return true;
  }

  @Override
  public LineParser open(SampleLines sample) {
    return this;
  }

  /** Index behind the time that starts a line, without the bracket that may follow; or -1. */
  static int timeEnd(String text, int size) {
    int from = size > 0 && text.charAt(0) == '[' ? 1 : 0;
    int end = LeadingTime.any(text, from, size);
    boolean ends = end > 0 && (end == size || " \t]|:".indexOf(text.charAt(end)) >= 0);
    return ends ? end : -1;
  }

  @Override
  public boolean parse(Line line, Emission emission) {
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
