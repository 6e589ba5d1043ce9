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
 * The error log of Apache: {@code [time] [module:level] [pid 1:tid 2] [client address] message},
 * where all brackets but those of time and level may be missing; see <a
 * href="https://httpd.apache.org/docs/current/logs.html#errorlog">Error Log</a>.
 */
public final class ApacheErrorLog {
  private static final String ID = "apache-error-log";

  public static final LineFormat FORMAT =
      new StartedLines(
          ID, head -> LeadingTime.asctime(head, 1, head.length()) > 0, ApacheErrorLog::parse);

  private static final ColumnRoles ROLES =
      ColumnRoles.NONE.time("time").emitter("module").severity("severity").attributes("process");

  private ApacheErrorLog() {}

  private static boolean parse(Line line, Emission emission) {
    String text = line.reveal();
    int size = line.firstEnd();
    int time = text.startsWith("[") ? LeadingTime.asctime(text, 1, size) : -1;
    if (time < 0 || !text.startsWith("] [", time)) {
      return false;
    }
    int level = time + 3;
    int levelEnd = TokenScan.find(text, ']', level, size);
    if (levelEnd < 0) {
      return false;
    }
    int colon = TokenScan.find(text, ':', level, levelEnd);
    String word = text.substring(colon < 0 ? level : colon + 1, levelEnd);
    if (!Levels.at(word, 0, word.length()) && !isTrace(word)) {
      return false;
    }
    Columns columns =
        new Columns(line)
            .text("time", 1, time)
            .text("module", level, colon)
            .text("severity", colon < 0 ? level : colon + 1, levelEnd);
    int at = bracketed(line, "[pid ", "process", levelEnd, columns);
    at = bracketed(line, "[client ", "client", at, columns);
    int message = Math.min(TokenScan.blanks(text, at + 1, line.size()), line.size());
    columns.text("message", message, line.size());
    emission.record(DecodedRecord.of(ID, columns.build(), ROLES).of(TelemetryType.LOGS));
    return true;
  }

  private static boolean isTrace(String word) {
    return word.length() == 6 && word.startsWith("trace") && TokenScan.isDigit(word.charAt(5));
  }

  /** Adds what is in the next brackets if they start so; returns where the last ones close. */
  private static int bracketed(Line line, String start, String name, int closed, Columns columns) {
    String text = line.reveal();
    int from = closed + 2;
    int end = text.startsWith(start, from) ? TokenScan.find(text, ']', from, line.firstEnd()) : -1;
    if (end < 0) {
      return closed;
    }
    columns.text(name, from + start.length(), end);
    return end;
  }
}
