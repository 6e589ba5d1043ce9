package dev.telltale.detection.validators.credential;

/**
 * Expressions that something else fills in: {@code ${NAME}}, {@code {{ name }}}, {@code
 * $(command)}, {@code #{name}}, {@code <%= name %>}, {@code %(name)s}. A password may have such
 * marks too, so that only what reads as an expression counts.
 */
final class Templates {
  private static final String[][] MARKS = {
    {"${", "}"}, {"{{", "}}"}, {"#{", "}"}, {"$(", ")"}, {"<%", "%>"}, {"%(", ")"}
  };

  private Templates() {}

  static boolean contain(String value) {
    for (String[] marks : MARKS) {
      int open = value.indexOf(marks[0]);
      while (open >= 0) {
        int from = open + marks[0].length();
        int close = value.indexOf(marks[1], from);
        if (isExpression(value.substring(from, close < 0 ? value.length() : close))) {
          return true;
        }
        open = value.indexOf(marks[0], from);
      }
    }
    return false;
  }

  /** Names and what joins them; brackets close only what they opened. */
  private static boolean isExpression(String text) {
    int open = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      open += c == '[' ? 1 : c == ']' ? -1 : 0;
      boolean part = Character.isLetterOrDigit(c) || " _.-:/|[]()$@\"'`,?+=\\#%&".indexOf(c) >= 0;
      if (!part || open < 0) {
        return false;
      }
    }
    return true;
  }
}
