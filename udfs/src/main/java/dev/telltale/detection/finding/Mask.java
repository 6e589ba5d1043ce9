package dev.telltale.detection.finding;

/**
 * Enough of a value to recognise, never enough to use: at most 4 characters from either end, and
 * never more than a third of all.
 */
public final class Mask {
  private static final String HIDDEN = "****";
  private static final int MAX_SHOWN = 4;

  private Mask() {}

  /** One line, whatever the value holds; values of up to 5 characters are hidden whole. */
  public static String of(String value) {
    int length = value.codePointCount(0, value.length());
    int shown = Math.min(MAX_SHOWN, length / 6);
    int head = value.offsetByCodePoints(0, shown);
    int tail = value.offsetByCodePoints(value.length(), -shown);
    return oneLine(value.substring(0, head)) + HIDDEN + oneLine(value.substring(tail));
  }

  private static String oneLine(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints()
        .map(c -> Character.isISOControl(c) || c == 0x2028 || c == 0x2029 ? ' ' : c)
        .forEach(out::appendCodePoint);
    return out.toString();
  }
}
