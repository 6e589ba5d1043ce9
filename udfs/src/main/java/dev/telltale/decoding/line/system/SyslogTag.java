package dev.telltale.decoding.line.system;

import dev.telltale.decoding.line.TokenScan;

/**
 * Where the tag of a syslog message is: the application, its process in brackets, a colon.
 *
 * @param appEnd index after the application
 * @param processEnd index after the process; {@code appEnd} or less where there is none
 * @param message index of what follows
 */
record SyslogTag(int appEnd, int processEnd, int message) {
  private static final int MAX_LENGTH = 64;

  /** Null where there is none. */
  static SyslogTag at(String text, int from, int to) {
    int i = from;
    while (i < to && i - from < MAX_LENGTH && isApp(text.charAt(i))) {
      i++;
    }
    if (i == from || i >= to) {
      return null;
    }
    int app = i;
    int process = app;
    if (text.charAt(i) == '[') {
      process = TokenScan.find(text, ']', i, to);
      if (process < 0 || TokenScan.token(text, i, process) < process) {
        return null;
      }
      i = process + 1;
    }
    boolean colon = i < to && text.charAt(i) == ':';
    boolean ends = colon && (i + 1 == to || TokenScan.isSpace(text.charAt(i + 1)));
    return ends ? new SyslogTag(app, process, TokenScan.blanks(text, i + 1, to)) : null;
  }

  boolean hasProcess() {
    return processEnd > appEnd;
  }

  private static boolean isApp(char c) {
    return TokenScan.isLetter(c) || TokenScan.isDigit(c) || "_-./()@".indexOf(c) >= 0;
  }
}
