package dev.telltale.detection.context;

/**
 * The name written before a value inside a text: {@code password=x}, {@code "apiKey": "x"}, {@code
 * \"token\":\"x\"}, {@code --password x}, {@code TOKEN ?= x}, {@code set("token", "x")}, {@code var
 * token string = "x"}, {@code <token>x}.
 */
final class InlineName {
  private static final int MAX_LENGTH = 80;
  private static final String QUOTES = "\"'\\`";
  private static final String ASSIGNMENT = "=:>\uFF1A";

  /** What stands directly before {@code =} in other languages' assignments and comparisons. */
  private static final String ASSIGNMENT_HEADS = "?.+!";

  private InlineName() {}

  /** The name, or null when the value stands free. */
  static String before(String text, int start) {
    int at = skip(text, start - 1, " \t@" + QUOTES + "[(");
    int element = skip(text, at, " \t\r\n");
    if (element < at && element >= 0 && text.charAt(element) == '>') {
      at = element;
    }
    boolean assigned = false;
    while (at >= 0 && ASSIGNMENT.indexOf(text.charAt(at)) >= 0) {
      assigned = true;
      at--;
    }
    while (assigned && at >= 0 && ASSIGNMENT_HEADS.indexOf(text.charAt(at)) >= 0) {
      at--;
    }
    if (isBetweenQuotes(text, at)) {
      assigned = true;
      at--;
    }
    if (assigned) {
      at = skip(text, at, " \t" + QUOTES + "[]");
    }
    String name = name(text, at);
    if (assigned && isType(name)) {
      at = skip(text, at - name.length(), " \t:");
      name = name(text, at);
    }
    boolean option = name.startsWith("--");
    return name.isEmpty() || (!assigned && !option) ? null : name;
  }

  /** A comma between two quoted arguments. */
  private static boolean isBetweenQuotes(String text, int at) {
    if (at < 1 || text.charAt(at) != ',' || QUOTES.indexOf(text.charAt(at - 1)) < 0) {
      return false;
    }
    int next = at + 1;
    while (next < text.length() && text.charAt(next) == ' ') {
      next++;
    }
    return next < text.length() && QUOTES.indexOf(text.charAt(next)) >= 0;
  }

  private static boolean isType(String name) {
    return name.equals("string") || name.equals("String");
  }

  private static String name(String text, int last) {
    int at = last;
    while (at >= 0 && last - at < MAX_LENGTH && isName(text.charAt(at))) {
      at--;
    }
    return text.substring(at + 1, last + 1);
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
