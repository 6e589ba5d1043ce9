package dev.telltale.detection;

/**
 * The name written before a value inside a text: {@code password=x}, {@code "apiKey": "x"}, {@code
 * \"token\":\"x\"}, {@code --password x}.
 */
final class InlineName {
  private static final int LONGEST = 80;

  private InlineName() {}

  /** The name, or null when the value stands free. */
  static String before(String text, int start) {
    int at = skip(text, start - 1, " \t\"'\\`[");
    boolean assigned = false;
    while (at >= 0
        && (text.charAt(at) == '=' || text.charAt(at) == ':' || text.charAt(at) == '>')) {
      assigned = true;
      at--;
    }
    if (assigned) {
      at = skip(text, at, " \t\"'\\`]");
    }
    int end = at + 1;
    while (at >= 0 && end - at <= LONGEST && isName(text.charAt(at))) {
      at--;
    }
    String name = text.substring(at + 1, end);
    boolean option = name.startsWith("--");
    return name.isEmpty() || (!assigned && !option) ? null : name;
  }

  private static int skip(String text, int from, String characters) {
    int at = from;
    while (at >= 0 && from - at < 8 && characters.indexOf(text.charAt(at)) >= 0) {
      at--;
    }
    return at;
  }

  private static boolean isName(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '-' || c == '.';
  }
}
