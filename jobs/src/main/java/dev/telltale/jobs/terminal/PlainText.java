package dev.telltale.jobs.terminal;

/** Text from telemetry as it may be shown: without what would move the reader's cursor. */
public final class PlainText {
  private PlainText() {}

  /** The text with a space for each control character. */
  public static String of(String text) {
    StringBuilder line = new StringBuilder(text.length());
    text.codePoints()
        .forEach(point -> line.appendCodePoint(Character.isISOControl(point) ? ' ' : point));
    return line.toString();
  }
}
