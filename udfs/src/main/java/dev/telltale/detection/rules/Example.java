package dev.telltale.detection.rules;

/**
 * An example that a rule carries and is tested with. Made up: it may be shown.
 *
 * @param key the name of the field, or null for plain text
 * @param text the field's value
 * @param start where the sensitive value starts, or -1 in a clean example
 * @param end where it ends, exclusive
 */
public record Example(String key, String text, int start, int end) {
  private static final char OPEN = '«';
  private static final char CLOSE = '»';

  /** Reads a text in which the sensitive value stands between « and ». */
  static Example marked(String key, String marked) {
    int open = marked.indexOf(OPEN);
    int close = marked.lastIndexOf(CLOSE);
    if (open < 0 || close < open) {
      return null;
    }
    String text =
        marked.substring(0, open) + marked.substring(open + 1, close) + marked.substring(close + 1);
    return new Example(key, text, open, close - 1);
  }

  static Example clean(String key, String text) {
    return new Example(key, text, -1, -1);
  }

  public boolean isMatch() {
    return start >= 0;
  }

  public String value() {
    return text.substring(start, end);
  }
}
