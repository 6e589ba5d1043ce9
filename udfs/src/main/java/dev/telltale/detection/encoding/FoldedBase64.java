package dev.telltale.detection.encoding;

/**
 * Base64 that is folded into lines of one length, as RFC 2045 (76 characters), RFC 7468 (64) and
 * the tools that follow them write it, indented or not.
 */
final class FoldedBase64 {
  private static final int MIN_WIDTH = 40;

  private FoldedBase64() {}

  /**
   * End of the block whose first run is given; the end of that run where no line of the block
   * follows it. The material of an armoured block is none: what it holds is no text.
   */
  static int end(String text, int from, int firstEnd) {
    int width = firstEnd - from;
    boolean whole = width >= MIN_WIDTH && width % 4 == 0 && text.charAt(firstEnd - 1) != '=';
    if (!whole || isArmoured(text, from)) {
      return firstEnd;
    }
    int end = firstEnd;
    int start = nextLine(text, end);
    while (start > 0) {
      int next = Base64Runs.end(text, start);
      int length = next - start;
      if (length == 0 || length > width || (length < width && !endsHere(text, next))) {
        return end;
      }
      end = next;
      start = length == width && text.charAt(next - 1) != '=' ? nextLine(text, next) : -1;
    }
    return end;
  }

  /** Whether a last line ends where its run does, so that it is no word of a text. */
  private static boolean endsHere(String text, int at) {
    return at == text.length() || !Character.isLetterOrDigit(text.charAt(at));
  }

  private static boolean isArmoured(String text, int from) {
    int at = from - 1;
    while (at >= 0 && Character.isWhitespace(text.charAt(at))) {
      at--;
    }
    return at >= 0 && text.charAt(at) == '-';
  }

  /** Index of the first character of the next line that is no blank; -1 where no line end is. */
  private static int nextLine(String text, int from) {
    int at = from;
    if (at < text.length() && text.charAt(at) == '\r') {
      at++;
    }
    if (at >= text.length() || text.charAt(at) != '\n') {
      return -1;
    }
    at++;
    while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
      at++;
    }
    return at < text.length() ? at : -1;
  }

  /** The block without its line ends and indentation. */
  static String unfolded(String text, int from, int to) {
    StringBuilder run = new StringBuilder(to - from);
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (c > ' ') {
        run.append(c);
      }
    }
    return run.toString();
  }
}
