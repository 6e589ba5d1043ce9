package dev.telltale.decoding.line;

import dev.telltale.framing.LineGroups;
import dev.telltale.listing.TelemetryType;
import dev.telltale.record.DecodedRecord;
import dev.telltale.record.Emission;

/**
 * Broker logs of Kafka, as Amazon MSK delivers them: {@code [time] LEVEL message (logger)}, the
 * layout of Kafka's own log4j configuration; see <a
 * href="https://docs.aws.amazon.com/msk/latest/developerguide/msk-logging.html">MSK logging</a>.
 */
final class KafkaLog implements LineFormat, LineParser {
  private static final String ID = "kafka-log";
  private static final ColumnRoles ROLES =
      ColumnRoles.NONE.time("time").emitter("logger").severity("severity");
  private static final LineGroups GROUPS =
      new StackTraces(head -> LeadingTime.iso(head, 1, head.length()) > 0, true);

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
    int time = text.startsWith("[") ? LeadingTime.iso(text, 1, size) : -1;
    if (time < 0 || !text.startsWith("] ", time)) {
      return false;
    }
    int level = time + 2;
    int levelEnd = Scan.token(text, level, size);
    int open = text.lastIndexOf(" (", size - 1);
    boolean logger =
        open >= levelEnd && text.charAt(size - 1) == ')' && isName(text, open + 2, size - 1);
    if (!Levels.at(text, level, levelEnd) || !logger) {
      return false;
    }
    Columns columns =
        new Columns(line)
            .text("time", 1, time)
            .text("severity", level, levelEnd)
            .text("message", Math.min(levelEnd + 1, open), open)
            .text("logger", open + 2, size - 1)
            .text("trace", Math.min(size + 1, line.size()), line.size());
    emission.record(DecodedRecord.of(ID, columns.build(), ROLES).of(TelemetryType.LOGS));
    return true;
  }

  private static boolean isName(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (!Scan.isLetter(c) && !Scan.isDigit(c) && "._-$".indexOf(c) < 0) {
        return false;
      }
    }
    return from < to;
  }
}
