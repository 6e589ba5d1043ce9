package dev.telltale.decoding.line.system;

import dev.telltale.decoding.line.ColumnRoles;
import dev.telltale.decoding.line.Columns;
import dev.telltale.decoding.line.LeadingTime;
import dev.telltale.decoding.line.Line;
import dev.telltale.decoding.line.LineFormat;
import dev.telltale.decoding.line.StartedLines;
import dev.telltale.decoding.line.TokenScan;
import dev.telltale.listing.TelemetryType;
import dev.telltale.record.DecodedRecord;
import dev.telltale.record.Emission;
import dev.telltale.record.RecordColumns;
import dev.telltale.value.Value;

/**
 * Lines of klog and glog, {@code I0102 15:04:05.678901 12345 file.go:123] message}; see <a
 * href="https://github.com/kubernetes/klog">klog</a>. Their time has no year, so it gives no event
 * time.
 */
public final class KubernetesLog {
  private static final String ID = "klog";

  public static final LineFormat FORMAT =
      new StartedLines(ID, head -> timeEnd(head) > 0, KubernetesLog::parse);

  private static final String LEVELS = "IWEF";
  private static final String[] SEVERITIES = {"info", "warning", "error", "fatal"};
  private static final int DATE = 6;
  private static final ColumnRoles ROLES = ColumnRoles.NONE.emitter("source");

  private KubernetesLog() {}

  private static int timeEnd(String text) {
    boolean dated =
        text.length() > DATE + 8
            && LEVELS.indexOf(text.charAt(0)) >= 0
            && TokenScan.isDigits(text, 1, 5)
            && text.charAt(5) == ' ';
    return dated ? LeadingTime.clock(text, DATE, text.length()) : -1;
  }

  private static boolean parse(Line line, Emission emission) {
    String text = line.reveal();
    int size = line.firstEnd();
    int time = timeEnd(text);
    int thread = time < 0 ? -1 : TokenScan.blanks(text, time, size);
    int threadEnd = thread <= time ? thread : TokenScan.digits(text, thread, size);
    if (threadEnd <= thread || threadEnd >= size || text.charAt(threadEnd) != ' ') {
      return false;
    }
    int source = threadEnd + 1;
    int bracket = TokenScan.find(text, ']', source, size);
    if (bracket < 0 || TokenScan.find(text, ':', source, bracket) < 0) {
      return false;
    }
    Columns columns =
        new Columns(line)
            .text("severity", 0, 1)
            .text("time", 1, time)
            .text("thread", thread, threadEnd)
            .text("source", source, bracket)
            .text("message", Math.min(bracket + 2, line.size()), line.size());
    emission.record(
        DecodedRecord.of(ID, columns.build(), KubernetesLog::describe).of(TelemetryType.LOGS));
    return true;
  }

  private static RecordColumns describe(Value redactedBody) {
    RecordColumns columns = ROLES.severity("severity").describe(redactedBody);
    String letter = columns.severity();
    int level = letter == null || letter.length() != 1 ? -1 : LEVELS.indexOf(letter);
    return new RecordColumns(
        null,
        columns.emitter(),
        null,
        level < 0 ? letter : SEVERITIES[level],
        columns.attributes());
  }
}
