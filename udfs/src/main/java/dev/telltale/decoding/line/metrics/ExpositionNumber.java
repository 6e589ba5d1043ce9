package dev.telltale.decoding.line.metrics;

import dev.telltale.decoding.line.TokenScan;
import java.util.Locale;

/** Values of the text exposition formats: decimal numbers, infinities and NaN. */
final class ExpositionNumber {
  private static final int MAX_LENGTH = 40;

  private ExpositionNumber() {}

  static boolean is(String text, int from, int to) {
    return isFinite(text, from, to) || special(text, from, to) != null;
  }

  /** Digits with at most one sign, point and exponent. */
  static boolean isFinite(String text, int from, int to) {
    if (to - from > MAX_LENGTH) {
      return false;
    }
    int i = signed(text, from, to);
    int whole = TokenScan.digits(text, i, to);
    int digits = whole - i;
    i = whole;
    if (i < to && text.charAt(i) == '.') {
      int end = TokenScan.digits(text, i + 1, to);
      digits += end - i - 1;
      i = end;
    }
    if (digits > 0 && i < to && (text.charAt(i) == 'e' || text.charAt(i) == 'E')) {
      i = signed(text, i + 1, to);
      return TokenScan.isDigits(text, i, to);
    }
    return digits > 0 && i == to;
  }

  /** What is there must be a value. */
  static double of(String text, int from, int to) {
    Double special = special(text, from, to);
    return special == null ? Double.parseDouble(text.substring(from, to)) : special;
  }

  private static int signed(String text, int from, int to) {
    return from < to && (text.charAt(from) == '-' || text.charAt(from) == '+') ? from + 1 : from;
  }

  private static Double special(String text, int from, int to) {
    if (to - from > "-infinity".length()) {
      return null;
    }
    return switch (text.substring(from, to).toLowerCase(Locale.ROOT)) {
      case "nan" -> Double.NaN;
      case "inf", "+inf", "infinity", "+infinity" -> Double.POSITIVE_INFINITY;
      case "-inf", "-infinity" -> Double.NEGATIVE_INFINITY;
      default -> null;
    };
  }
}
