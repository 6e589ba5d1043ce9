package dev.telltale.decoding.line;

import dev.telltale.framing.LineGroups;
import dev.telltale.framing.LinesAhead;

/**
 * Messages with an octet count in front (RFC 6587) end where it says, whatever they hold; others
 * end as lines do. A count that no message, line end or end of the stream follows is damage, and
 * not believed.
 */
final class SyslogGroups implements LineGroups {
  private static final int MOST_DIGITS = 7;

  private final LineGroups lines;

  SyslogGroups(LineGroups lines) {
    this.lines = lines;
  }

  @Override
  public int end(LinesAhead ahead) {
    return lines.end(ahead);
  }

  @Override
  public int stated(LinesAhead ahead) {
    int digits = digits(ahead, 0);
    if (digits == 0 || !opens(ahead, digits)) {
      return -1;
    }
    int count = 0;
    for (int i = 0; i < digits; i++) {
      count = count * 10 + (ahead.at(i) - '0');
    }
    int end = digits + 1 + count;
    if (count == 0 || !ahead.has(end - 1) || !endsAt(ahead, end)) {
      return -1;
    }
    while (end > digits + 2 && (ahead.at(end - 1) == '\n' || ahead.at(end - 1) == '\r')) {
      end--;
    }
    return end;
  }

  private static boolean endsAt(LinesAhead ahead, int end) {
    if (!ahead.has(end) || ahead.at(end) == '\n' || ahead.at(end - 1) == '\n') {
      return true;
    }
    int digits = digits(ahead, end);
    return digits > 0 && opens(ahead, end + digits);
  }

  private static boolean opens(LinesAhead ahead, int index) {
    return ahead.has(index + 1) && ahead.at(index) == ' ' && ahead.at(index + 1) == '<';
  }

  private static int digits(LinesAhead ahead, int from) {
    int count = 0;
    while (count < MOST_DIGITS
        && ahead.has(from + count)
        && ahead.at(from + count) >= '0'
        && ahead.at(from + count) <= '9') {
      count++;
    }
    return count;
  }
}
