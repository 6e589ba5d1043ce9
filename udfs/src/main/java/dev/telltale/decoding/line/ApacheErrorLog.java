package dev.telltale.decoding.line;

import dev.telltale.framing.LineGroups;
import dev.telltale.listing.TelemetryType;
import dev.telltale.record.DecodedRecord;
import dev.telltale.record.Emission;

/**
 * The error log of Apache: {@code [time] [module:level] [pid 1:tid 2] [client address] message},
 * where all brackets but those of time and level may be missing; see <a
 * href="https://httpd.apache.org/docs/current/logs.html#errorlog">Error Log</a>.
 */
final class ApacheErrorLog implements LineFormat, LineParser {
  private static final String ID = "apache-error-log";
  private static final ColumnRoles ROLES =
      ColumnRoles.NONE.time("time").emitter("module").severity("severity").attributes("process");
  private static final LineGroups GROUPS =
      new StackTraces(head -> LeadingTime.asctime(head, 1, head.length()) > 0, true);

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

  @Override
  public boolean parse(Line line, Emission emission) {
    String text = line.reveal();
    int size = line.firstEnd();
    int time = text.startsWith("[") ? LeadingTime.asctime(text, 1, size) : -1;
    if (time < 0 || !text.startsWith("] [", time)) {
      return false;
    }
    int level = time + 3;
    int levelEnd = Scan.find(text, ']', level, size);
    if (levelEnd < 0) {
      return false;
    }
    int colon = Scan.find(text, ':', level, levelEnd);
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
    int message = Math.min(Scan.blanks(text, at + 1, line.size()), line.size());
    columns.text("message", message, line.size());
    emission.record(DecodedRecord.of(ID, columns.build(), ROLES).of(TelemetryType.LOGS));
    return true;
  }

  private static boolean isTrace(String word) {
    return word.length() == 6 && word.startsWith("trace") && Scan.isDigit(word.charAt(5));
  }

  /** Adds what stands in the next brackets if they start so; returns where the last ones close. */
  private static int bracketed(Line line, String start, String name, int closed, Columns columns) {
    String text = line.reveal();
    int from = closed + 2;
    int end = text.startsWith(start, from) ? Scan.find(text, ']', from, line.firstEnd()) : -1;
    if (end < 0) {
      return closed;
    }
    columns.text(name, from + start.length(), end);
    return end;
  }
}
