package dev.telltale.decoding.line;

import dev.telltale.framing.LineGroups;
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
final class KubernetesLog implements LineFormat, LineParser {
  private static final String ID = "klog";
  private static final String LEVELS = "IWEF";
  private static final String[] SEVERITIES = {"info", "warning", "error", "fatal"};
  private static final int DATE = 6;
  private static final ColumnRoles ROLES = ColumnRoles.NONE.emitter("source");
  private static final LineGroups GROUPS = new StackTraces(head -> timeEnd(head) > 0, true);

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

  private static int timeEnd(String text) {
    boolean dated =
        text.length() > DATE + 8
            && LEVELS.indexOf(text.charAt(0)) >= 0
            && Scan.isDigits(text, 1, 5)
            && text.charAt(5) == ' ';
    return dated ? LeadingTime.clock(text, DATE, text.length()) : -1;
  }

  @Override
  public boolean parse(Line line, Emission emission) {
    String text = line.reveal();
    int size = line.firstEnd();
    int time = timeEnd(text);
    int thread = time < 0 ? -1 : Scan.blanks(text, time, size);
    int threadEnd = thread <= time ? thread : Scan.digits(text, thread, size);
    if (threadEnd <= thread || threadEnd >= size || text.charAt(threadEnd) != ' ') {
      return false;
    }
    int source = threadEnd + 1;
    int bracket = Scan.find(text, ']', source, size);
    if (bracket < 0 || Scan.find(text, ':', source, bracket) < 0) {
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
