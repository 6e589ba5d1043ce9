package dev.telltale.decoding.line.app;

import dev.telltale.decoding.line.Columns;
import dev.telltale.decoding.line.Line;
import dev.telltale.decoding.line.LineFormat;
import dev.telltale.decoding.line.StartedLines;
import dev.telltale.decoding.line.TokenScan;
import dev.telltale.listing.TelemetryType;
import dev.telltale.record.DecodedRecord;
import dev.telltale.record.Emission;
import dev.telltale.record.RecordColumns;
import dev.telltale.record.RedactedBody;
import dev.telltale.value.Value;
import java.util.Map;

/**
 * Lines of {@code key=value} and {@code key="value with blanks"}, as Go's logging libraries write
 * them; see <a href="https://brandur.org/logfmt">logfmt</a>. At least two pairs, and nothing but
 * pairs and bare keys. What is escaped in quotes stays as it is.
 */
public final class Logfmt {
  private static final String ID = "logfmt";

  public static final LineFormat FORMAT = new StartedLines(ID, Logfmt::opens, Logfmt::parse);

  private static final int MIN_PAIRS = 2;

  private Logfmt() {}

  private static boolean opens(String head) {
    int end = keyEnd(head, 0, head.length());
    return end > 0 && end < head.length() && head.charAt(end) == '=';
  }

  private static boolean parse(Line line, Emission emission) {
    String text = line.reveal();
    int size = line.firstEnd();
    if (!opens(text)) {
      return false;
    }
    Columns columns = new Columns(line);
    int pairs = 0;
    int at = 0;
    while (at < size) {
      int keyEnd = keyEnd(text, at, size);
      if (keyEnd == at) {
        return false;
      }
      boolean pair = keyEnd < size && text.charAt(keyEnd) == '=';
      int valueEnd = pair ? valueEnd(text, keyEnd + 1, size) : keyEnd;
      if (valueEnd < 0 || (valueEnd < size && !TokenScan.isSpace(text.charAt(valueEnd)))) {
        return false;
      }
      pairs += pair ? 1 : 0;
      int quote = pair && valueEnd > keyEnd + 1 && text.charAt(keyEnd + 1) == '"' ? 1 : 0;
      int from = pair ? keyEnd + 1 + quote : keyEnd;
      columns.named(at, keyEnd, line.value(from, valueEnd - quote));
      at = TokenScan.blanks(text, valueEnd, size);
    }
    if (pairs < MIN_PAIRS) {
      return false;
    }
    columns.text("trace", Math.min(size + 1, line.size()), line.size());
    emission.record(DecodedRecord.of(ID, columns.build(), Logfmt::describe).of(TelemetryType.LOGS));
    return true;
  }

  private static RecordColumns describe(Value redactedBody) {
    RedactedBody body = RedactedBody.of(redactedBody);
    return new RecordColumns(
        body.time("time", "ts", "t", "timestamp"),
        body.text("service", "component", "logger", "app"),
        body.text("event"),
        body.text("level", "lvl", "severity"),
        Map.of());
  }

  private static int keyEnd(String text, int from, int to) {
    int i = from;
    while (i < to) {
      char c = text.charAt(i);
      if (!TokenScan.isLetter(c) && !TokenScan.isDigit(c) && "_.-/@$:[]".indexOf(c) < 0) {
        break;
      }
      i++;
    }
    return i;
  }

  /** After the closing quote, or at the next blank; -1 where a quote does not close. */
  private static int valueEnd(String text, int from, int to) {
    if (from >= to || text.charAt(from) != '"') {
      int end = TokenScan.token(text, from, to);
      return TokenScan.find(text, '"', from, end) < 0 ? end : -1;
    }
    for (int i = from + 1; i < to; i++) {
      if (text.charAt(i) == '\\') {
        i++;
      } else if (text.charAt(i) == '"') {
        return i + 1;
      }
    }
    return -1;
  }
}
