package dev.telltale.decoding.line;

import dev.telltale.framing.LineGroups;
import dev.telltale.listing.TelemetryType;
import dev.telltale.record.DecodedRecord;
import dev.telltale.record.Emission;

/**
 * The layouts of Log4j, Logback, Spring Boot, java.util.logging and Python's logging: a time, then
 * within a few words the level. What stands between them, and in front of the message, is read as
 * thread, process and logger where it looks like them. See <a
 * href="https://logback.qos.ch/manual/layouts.html">Layouts</a> and <a
 * href="https://logging.apache.org/log4j/2.x/manual/pattern-layout.html">Pattern Layout</a>.
 */
final class JavaLog implements LineFormat, LineParser {
  private static final String ID = "java-log";
  private static final int MOST_WORDS = 6;
  private static final String AROUND = "[]():-|,<>";
  private static final ColumnRoles ROLES =
      ColumnRoles.NONE.time("time").emitter("logger").severity("severity").attributes("thread");
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

  /** A clock without a date is Logback's default: it is kept, but gives no event time. */
  private static int timeEnd(String text, int size) {
    int end = TimestampedLog.timeEnd(text, size);
    int clock = end < 0 ? LeadingTime.clock(text, 0, size) : -1;
    return clock > 0 && clock < size && text.charAt(clock) == ' ' ? clock : end;
  }

  @Override
  public boolean parse(Line line, Emission emission) {
    String text = line.reveal();
    int size = line.firstEnd();
    int time = timeEnd(text, size);
    int at = time;
    for (int word = 0; word < MOST_WORDS && at >= 0 && at < size; word++) {
      int from = Scan.blanks(text, at, size);
      int end = Scan.token(text, from, size);
      int first = from;
      int last = end;
      while (first < last && AROUND.indexOf(text.charAt(first)) >= 0) {
        first++;
      }
      while (last > first && AROUND.indexOf(text.charAt(last - 1)) >= 0) {
        last--;
      }
      if (Levels.at(text, first, last)) {
        emit(line, time, first, last, emission);
        return true;
      }
      at = end;
    }
    return false;
  }

  private static void emit(Line line, int time, int level, int levelEnd, Emission emission) {
    Columns columns = new Columns(line).text("time", line.at(0) == '[' ? 1 : 0, time);
    LoggerWords before = new LoggerWords(line, time, level, columns);
    before.all();
    columns.text("severity", level, levelEnd);
    int rest = levelEnd;
    while (rest < line.firstEnd() && "])>:|,".indexOf(line.at(rest)) >= 0) {
      rest++;
    }
    int message = new LoggerWords(line, rest, line.firstEnd(), columns).inFront();
    columns.text("message", message, line.size());
    emission.record(DecodedRecord.of(ID, columns.build(), ROLES).of(TelemetryType.LOGS));
  }
}
