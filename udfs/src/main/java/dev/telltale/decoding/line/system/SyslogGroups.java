package dev.telltale.decoding.line.system;

import dev.telltale.framing.LineGroups;
import dev.telltale.framing.LineLookahead;

/**
 * Messages with an octet count in front (RFC 6587) end where it says, whatever they hold; others
 * end as lines do. A count that no message, line end or end of the stream follows is damage, and
 * not believed; what is damaged ends where a message with a true count starts. Of one leaf.
 */
final class SyslogGroups implements LineGroups {
  private static final int MAX_DIGITS = 7;
  private static final int REACH = 64 << 10;

  private final LineGroups lines;
  private boolean counted;

  SyslogGroups(LineGroups lines) {
    this.lines = lines;
  }

  @Override
  public int end(LineLookahead ahead) {
    return lines.end(ahead);
  }

  @Override
  public int stated(LineLookahead ahead) {
    int end = counted(ahead, 0);
    counted |= end > 0;
    return end < 0 && counted ? resumed(ahead) : end;
  }

  /** Where the next message with a true count starts on the same line, or -1. */
  private static int resumed(LineLookahead ahead) {
    for (int i = 1; i < REACH && ahead.has(i) && ahead.at(i) != '\n'; i++) {
      boolean starts = isDigit(ahead.at(i)) && !isDigit(ahead.at(i - 1));
      if (starts && counted(ahead, i) > 0) {
        return i;
      }
    }
    return -1;
  }

  private static int counted(LineLookahead ahead, int from) {
    int digits = digits(ahead, from);
    int start = from + digits + 1;
    if (digits == 0 || !opens(ahead, start - 1)) {
      return -1;
    }
    int count = 0;
    for (int i = from; i < from + digits; i++) {
      count = count * 10 + (ahead.at(i) - '0');
    }
    int end = start + count;
    if (count == 0 || !ahead.has(end - 1) || !endsAt(ahead, end)) {
      return -1;
    }
    while (end > start + 1 && (ahead.at(end - 1) == '\n' || ahead.at(end - 1) == '\r')) {
      end--;
    }
    return end;
  }

  private static boolean endsAt(LineLookahead ahead, int end) {
    if (!ahead.has(end) || ahead.at(end) == '\n' || ahead.at(end - 1) == '\n') {
      return true;
    }
    int digits = digits(ahead, end);
    return digits > 0 && opens(ahead, end + digits);
  }

  private static boolean opens(LineLookahead ahead, int index) {
    return ahead.has(index + 1) && ahead.at(index) == ' ' && ahead.at(index + 1) == '<';
  }

  private static int digits(LineLookahead ahead, int from) {
    int count = 0;
    while (count < MAX_DIGITS && ahead.has(from + count) && isDigit(ahead.at(from + count))) {
      count++;
    }
    return count;
  }

  private static boolean isDigit(int b) {
    return b >= '0' && b <= '9';
  }
}
