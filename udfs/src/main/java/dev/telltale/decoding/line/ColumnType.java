package dev.telltale.decoding.line;

/** What a column of a fixed format holds. A dash stands for nothing in every one. */
public enum ColumnType {
  /** Anything, with or without quotes. */
  TEXT,
  /** Anything in quotes. */
  QUOTED,
  /** Digits; may start with a sign. */
  INTEGER,
  /** Digits, at most with a point and a sign. */
  DECIMAL,
  /** An identifier of digits, whose zeros in front count. */
  DIGITS,
  ADDRESS,
  /** An address or a name, a colon, and a port. */
  ENDPOINT,
  /** A date and time as RFC 3339 writes it. */
  TIME,
  /** A date of the common log format, in brackets. */
  BRACKETED_TIME;

  public boolean admits(String text, LineField field) {
    int from = field.from();
    int to = field.to();
    if (field.isDash(text)) {
      return this != BRACKETED_TIME;
    }
    return switch (this) {
      case TEXT -> true;
      case QUOTED -> field.isQuoted();
      case INTEGER -> TokenScan.isDigits(text, signed(text, from, to), to);
      case DECIMAL -> isDecimal(text, signed(text, from, to), to);
      case DIGITS -> TokenScan.isDigits(text, from, to);
      case ADDRESS -> TokenScan.isAddress(text, from, to);
      case ENDPOINT -> isEndpoint(text, from, to);
      case TIME -> from < to && LeadingTime.iso(text, from, to) == to;
      case BRACKETED_TIME -> field.opener() == '[' && LeadingTime.common(text, from, to) == to;
    };
  }

  public boolean isNumber() {
    return this == INTEGER || this == DECIMAL;
  }

  private static int signed(String text, int from, int to) {
    return from < to && text.charAt(from) == '-' ? from + 1 : from;
  }

  private static boolean isDecimal(String text, int from, int to) {
    int point = TokenScan.digits(text, from, to);
    boolean fraction = point < to && text.charAt(point) == '.';
    return point > from && (point == to || (fraction && TokenScan.isDigits(text, point + 1, to)));
  }

  private static boolean isEndpoint(String text, int from, int to) {
    int colon = text.lastIndexOf(':', to - 1);
    return colon > from && TokenScan.isDigits(text, colon + 1, to);
  }
}
