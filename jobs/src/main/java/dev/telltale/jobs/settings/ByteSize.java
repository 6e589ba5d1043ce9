package dev.telltale.jobs.settings;

import java.util.Locale;

/** Sizes as people write them: {@code 64m}, {@code 2g}; powers of 1024. */
final class ByteSize {
  private static final String UNITS = "kmgt";

  private ByteSize() {}

  static long read(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    int unit = lower.isEmpty() ? -1 : UNITS.indexOf(lower.charAt(lower.length() - 1));
    String digits = unit < 0 ? lower : lower.substring(0, lower.length() - 1);
    try {
      long value = Math.multiplyExact(Long.parseLong(digits), 1L << (10 * (unit + 1)));
      if (value > 0) {
        return value;
      }
    } catch (ArithmeticException | NumberFormatException notASize) {
      // Falls through to the one message below.
    }
    throw new IllegalArgumentException("a size above 0, such as 64m or 2g");
  }

  static String shown(long bytes) {
    long value = bytes;
    int unit = -1;
    while (value >= 1024 && value % 1024 == 0 && unit < UNITS.length() - 1) {
      value /= 1024;
      unit++;
    }
    return unit < 0 ? Long.toString(value) : value + String.valueOf(UNITS.charAt(unit));
  }
}
