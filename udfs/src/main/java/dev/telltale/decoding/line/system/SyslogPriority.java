package dev.telltale.decoding.line.system;

import dev.telltale.decoding.line.TokenScan;

/**
 * Where the priority of a syslog message is.
 *
 * @param from index of its first digit
 * @param to index of the bracket after it
 */
record SyslogPriority(int from, int to) {
  private static final int MAX_DIGITS = 3;
  private static final int MAX_SIZE = 191;
  private static final int MAX_COUNT_DIGITS = 8;

  /** Null where none starts the line; the octet count of RFC 6587 may come first. */
  static SyslogPriority of(String text) {
    int size = text.length();
    int count = TokenScan.digits(text, 0, Math.min(size, MAX_COUNT_DIGITS));
    int open = count > 0 && count < size && text.charAt(count) == ' ' ? count + 1 : count;
    if (open >= size || text.charAt(open) != '<' || (count > 0 && open == count)) {
      return null;
    }
    int close = TokenScan.digits(text, open + 1, Math.min(size, open + 1 + MAX_DIGITS));
    boolean closed = close > open + 1 && close < size && text.charAt(close) == '>';
    return closed && Integer.parseInt(text, open + 1, close, 10) <= MAX_SIZE
        ? new SyslogPriority(open + 1, close)
        : null;
  }
}
