package dev.telltale.decoding.line;

/**
 * Where the tag of a syslog message stands: the application, its process in brackets, a colon.
 *
 * @param appEnd behind the application
 * @param processEnd behind the process; not behind {@code appEnd} where there is none
 * @param message index of what follows
 */
record SyslogTag(int appEnd, int processEnd, int message) {
  private static final int LONGEST = 64;

  /** Null where none stands there. */
  static SyslogTag at(String text, int from, int to) {
    int i = from;
    while (i < to && i - from < LONGEST && isApp(text.charAt(i))) {
      i++;
    }
    if (i == from || i >= to) {
      return null;
    }
    int app = i;
    int process = app;
    if (text.charAt(i) == '[') {
      process = Scan.find(text, ']', i, to);
      if (process < 0 || Scan.token(text, i, process) < process) {
        return null;
      }
      i = process + 1;
    }
    boolean colon = i < to && text.charAt(i) == ':';
    boolean ends = colon && (i + 1 == to || Scan.isSpace(text.charAt(i + 1)));
    return ends ? new SyslogTag(app, process, Scan.blanks(text, i + 1, to)) : null;
  }

  boolean hasProcess() {
    return processEnd > appEnd;
  }

  private static boolean isApp(char c) {
    return Scan.isLetter(c) || Scan.isDigit(c) || "_-./()@".indexOf(c) >= 0;
  }
}
