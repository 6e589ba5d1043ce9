package dev.telltale.decoding.line.app;

import dev.telltale.decoding.line.ColumnRoles;
import dev.telltale.decoding.line.Columns;
import dev.telltale.decoding.line.LeadingTime;
import dev.telltale.decoding.line.Levels;
import dev.telltale.decoding.line.Line;
import dev.telltale.decoding.line.LineFormat;
import dev.telltale.decoding.line.StartedLines;
import dev.telltale.decoding.line.TokenScan;
import dev.telltale.listing.TelemetryType;
import dev.telltale.record.DecodedRecord;
import dev.telltale.record.Emission;

/**
 * The layouts of Log4j, Logback, Spring Boot, java.util.logging and Python's logging: a time, then
 * within a few words the level. What is between them, and in front of the message, is read as
 * thread, process and logger where it looks like them. See <a
 * href="https://logback.qos.ch/manual/layouts.html">Layouts</a> and <a
 * href="https://logging.apache.org/log4j/2.x/manual/pattern-layout.html">Pattern Layout</a>.
 */
public final class JavaLog {
  private static final String ID = "java-log";

  public static final LineFormat FORMAT =
      new StartedLines(ID, head -> timeEnd(head, head.length()) > 0, JavaLog::parse);

  private static final int MAX_WORDS = 6;
  private static final String AROUND = "[]():-|,<>";
  private static final ColumnRoles ROLES =
      ColumnRoles.NONE.time("time").emitter("logger").severity("severity").attributes("thread");

  private JavaLog() {}

  /** A clock without a date is Logback's default: it is kept, but gives no event time. */
  private static int timeEnd(String text, int size) {
    int end = TimestampedLog.timeEnd(text, size);
    int clock = end < 0 ? LeadingTime.clock(text, 0, size) : -1;
    return clock > 0 && clock < size && text.charAt(clock) == ' ' ? clock : end;
  }

  private static boolean parse(Line line, Emission emission) {
    String text = line.reveal();
    int size = line.firstEnd();
    int time = timeEnd(text, size);
    int at = time;
    for (int word = 0; word < MAX_WORDS && at >= 0 && at < size; word++) {
      int from = TokenScan.blanks(text, at, size);
      int end = TokenScan.token(text, from, size);
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
    LoggerName before = new LoggerName(line, time, level, columns);
    before.all();
    columns.text("severity", level, levelEnd);
    int rest = levelEnd;
    while (rest < line.firstEnd() && "])>:|,".indexOf(line.at(rest)) >= 0) {
      rest++;
    }
    int message = new LoggerName(line, rest, line.firstEnd(), columns).inFront();
    columns.text("message", message, line.size());
    emission.record(DecodedRecord.of(ID, columns.build(), ROLES).of(TelemetryType.LOGS));
  }
}
