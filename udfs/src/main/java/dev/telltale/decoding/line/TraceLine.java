package dev.telltale.decoding.line;

/** The lines that stack traces of several languages are made of. */
final class TraceLine {
  static final String PYTHON = "Traceback (most recent call last):";

  private static final String[] CHAINS = {
    "During handling of the above exception", "The above exception was the direct cause"
  };
  private static final String[] BETWEEN = {"Caused by: ", "Suppressed: ", "--- End of ", "---> "};

  private TraceLine() {}

  /** One call: indented, or as Ruby writes it. */
  static boolean isFrame(String line) {
    int from = TokenScan.blanks(line, 0, line.length());
    if (from == 0) {
      return isRubyFrame(line) || isOmission(line);
    }
    return line.startsWith("at ", from)
        || line.startsWith("from ", from)
        || line.startsWith("File \"", from)
        || line.startsWith("... ", from)
        || isBetween(line.substring(from));
  }

  /** A line between the calls of two exceptions. */
  static boolean isBetween(String line) {
    for (String start : BETWEEN) {
      if (line.startsWith(start)) {
        return true;
      }
    }
    return isChain(line) || isOmission(line);
  }

  /** What Python writes between two exceptions. */
  static boolean isChain(String line) {
    return line.startsWith(CHAINS[0]) || line.startsWith(CHAINS[1]);
  }

  /** {@code ... 12 more}. */
  static boolean isOmission(String line) {
    int digits = line.startsWith("... ") ? TokenScan.digits(line, 4, line.length()) : 4;
    return digits > 4 && (line.startsWith(" more", digits) || line.startsWith(" common", digits));
  }

  /** {@code goroutine 12 [running]:}. */
  static boolean isGoroutine(String line) {
    int from = line.startsWith("goroutine ") ? 10 : line.length();
    int digits = TokenScan.digits(line, from, line.length());
    return digits > from && line.startsWith(" [", digits);
  }

  static boolean isPanic(String line) {
    return line.startsWith("panic: ") || line.startsWith("fatal error: ");
  }

  /** A call, its origin, or what the runtime says of a signal. */
  static boolean isGoFunction(String line) {
    return line.endsWith(")")
        || line.startsWith("created by ")
        || line.startsWith("[signal ")
        || line.startsWith("exit status ")
        || line.startsWith("runtime stack:");
  }

  /** {@code app/models/user.rb:12:in 'name'}. */
  static boolean isRubyFrame(String line) {
    return line.endsWith("'") && isRubyError(line);
  }

  /** The same, with a message after it or not. */
  static boolean isRubyError(String line) {
    int file = line.indexOf(".rb:");
    int digits = file < 0 ? 0 : TokenScan.digits(line, file + 4, line.length());
    return file > 0 && digits > file + 4 && line.startsWith(":in ", digits);
  }
}
