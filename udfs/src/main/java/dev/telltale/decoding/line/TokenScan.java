package dev.telltale.decoding.line;

/** Reads tokens of a text by hand: linear, and without an object for what does not match. */
public final class TokenScan {
  private TokenScan() {}

  public static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  public static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  public static boolean isSpace(char c) {
    return c == ' ' || c == '\t';
  }

  /** Index after the digits that start here. */
  public static int digits(String text, int from, int to) {
    int i = from;
    while (i < to && isDigit(text.charAt(i))) {
      i++;
    }
    return i;
  }

  /** Index after the blanks that start here. */
  public static int blanks(String text, int from, int to) {
    int i = from;
    while (i < to && isSpace(text.charAt(i))) {
      i++;
    }
    return i;
  }

  /** Index of the first blank from here, or the end. */
  public static int token(String text, int from, int to) {
    int i = from;
    while (i < to && !isSpace(text.charAt(i))) {
      i++;
    }
    return i;
  }

  public static int find(String text, char c, int from, int to) {
    int at = text.indexOf(c, from);
    return at < to ? at : -1;
  }

  public static int find(String text, String part, int from, int to) {
    int at = text.indexOf(part, from);
    return at >= 0 && at + part.length() <= to ? at : -1;
  }

  /** Whether there are digits there, and nothing else. */
  public static boolean isDigits(String text, int from, int to) {
    return from < to && digits(text, from, to) == to;
  }

  /** A number by the grammar of RFC 8259. */
  public static boolean isJsonNumber(String text, int from, int to) {
    int i = from < to && text.charAt(from) == '-' ? from + 1 : from;
    int whole = digits(text, i, to);
    if (whole == i || (text.charAt(i) == '0' && whole > i + 1)) {
      return false;
    }
    i = whole;
    if (i < to && text.charAt(i) == '.') {
      int end = digits(text, i + 1, to);
      if (end == i + 1) {
        return false;
      }
      i = end;
    }
    if (i < to && (text.charAt(i) == 'e' || text.charAt(i) == 'E')) {
      i += i + 1 < to && (text.charAt(i + 1) == '+' || text.charAt(i + 1) == '-') ? 2 : 1;
      int end = digits(text, i, to);
      return end > i && end == to;
    }
    return i == to;
  }

  /** Dotted IPv4, or what can only be IPv6: hexadecimal digits with at least two colons. */
  static boolean isAddress(String text, int from, int to) {
    int colons = 0;
    int dots = 0;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      colons += c == ':' ? 1 : 0;
      dots += c == '.' ? 1 : 0;
      boolean hexadecimal = isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
      if (!hexadecimal && c != ':' && c != '.') {
        return false;
      }
    }
    return to - from <= 45 && (colons >= 2 || (colons == 0 && dots == 3 && isIpv4(text, from, to)));
  }

  private static boolean isIpv4(String text, int from, int to) {
    int i = from;
    for (int part = 0; part < 4; part++) {
      int end = digits(text, i, to);
      if (end == i || end > i + 3 || Integer.parseInt(text, i, end, 10) > 255) {
        return false;
      }
      i = end + 1;
    }
    return i == to + 1;
  }
}
