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
 * Broker logs of Kafka, as Amazon MSK delivers them: {@code [time] LEVEL message (logger)}, the
 * layout of Kafka's own log4j configuration; see <a
 * href="https://docs.aws.amazon.com/msk/latest/developerguide/msk-logging.html">MSK logging</a>.
 */
public final class KafkaLog {
  private static final String ID = "kafka-log";

  public static final LineFormat FORMAT =
      new StartedLines(ID, head -> LeadingTime.iso(head, 1, head.length()) > 0, KafkaLog::parse);

  private static final ColumnRoles ROLES =
      ColumnRoles.NONE.time("time").emitter("logger").severity("severity");

  private KafkaLog() {}

  private static boolean parse(Line line, Emission emission) {
    String text = line.reveal();
    int size = line.firstEnd();
    int time = text.startsWith("[") ? LeadingTime.iso(text, 1, size) : -1;
    if (time < 0 || !text.startsWith("] ", time)) {
      return false;
    }
    int level = time + 2;
    int levelEnd = TokenScan.token(text, level, size);
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
      if (!TokenScan.isLetter(c) && !TokenScan.isDigit(c) && "._-$".indexOf(c) < 0) {
        return false;
      }
    }
    return from < to;
  }
}
