package dev.telltale.jobs.terminal;

import java.util.function.IntPredicate;

/**
 * Text as it may be shown: what a terminal would act on, or would not show, stands as an escape of
 * Java and JSON. Control characters, among them ESC and the C1 controls, move the cursor and
 * rewrite what was printed; marks of writing direction show text in another order than it has
 * (https://trojansource.codes); characters without a width hide in a name; a line break makes one
 * value look like two lines.
 */
public final class PlainText {
  private PlainText() {}

  /** The text in one line, every character of it visible. */
  public static String of(String text) {
    return escaped(text, kept -> false);
  }

  /** The text in its lines, every other character of it visible. */
  public static String lines(String text) {
    return escaped(text, point -> point == '\n' || point == '\t');
  }

  /**
   * The text with escapes.
   *
   * @param kept characters that the text is laid out with, and that stay
   */
  static String escaped(CharSequence text, IntPredicate kept) {
    StringBuilder shown = null;
    int from = 0;
    for (int at = 0; at < text.length(); ) {
      int point = Character.codePointAt(text, at);
      int next = at + Character.charCount(point);
      if (!isVisible(point) && !kept.test(point)) {
        shown = shown == null ? new StringBuilder(text.length() + 16) : shown;
        shown.append(text, from, at);
        escape(text, at, next, shown);
        from = next;
      }
      at = next;
    }
    return shown == null ? text.toString() : shown.append(text, from, text.length()).toString();
  }

  private static void escape(CharSequence text, int from, int to, StringBuilder shown) {
    for (int at = from; at < to; at++) {
      char c = text.charAt(at);
      switch (c) {
        case '\n' -> shown.append("\\n");
        case '\r' -> shown.append("\\r");
        case '\t' -> shown.append("\\t");
        default -> shown.append(String.format("\\u%04x", (int) c));
      }
    }
  }

  private static boolean isVisible(int point) {
    if (point >= ' ' && point < 0x7f) {
      return true;
    }
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> !isIgnorable(point);
    };
  }

  /**
   * Default_Ignorable_Code_Point of the Unicode character database (DerivedCoreProperties.txt), as
   * far as it is not a format character: letters and marks without a shape of their own.
   */
  private static boolean isIgnorable(int point) {
    return point == 0x34f
        || point == 0x115f
        || point == 0x1160
        || point == 0x17b4
        || point == 0x17b5
        || (point >= 0x180b && point <= 0x180f)
        || point == 0x2065
        || point == 0x3164
        || (point >= 0xfe00 && point <= 0xfe0f)
        || point == 0xffa0
        || (point >= 0xfff0 && point <= 0xfff8)
        || (point >= 0xe0000 && point <= 0xe0fff);
  }
}
