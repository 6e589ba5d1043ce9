package dev.telltale.detection.encoding;

/**
 * Texts that source code writes character by character, an array of {@code 'a', 'b'}: what is meant
 * is the text, which code does not keep in a string so that it can be cleared.
 */
final class CharacterArrays {
  /** Fewer characters spell no secret. */
  private static final int MIN_CHARACTERS = 5;

  /** Characters of what stands before the bracket, such as {@code new char[16]}. */
  private static final int MAX_HEAD = 24;

  private static final String BRACKETS = "{[(";
  private static final String ENDS = "}])";
  private static final String ESCAPED = "\\'\"nrtb0";
  private static final String MEANT = "\\'\"\n\r\t\b\0";

  private CharacterArrays() {}

  static boolean isIn(String text) {
    if (!text.contains("',")) {
      return false;
    }
    for (int at = text.indexOf('\''); at >= 0; at = text.indexOf('\'', at + 1)) {
      if (end(text, at) > at) {
        return true;
      }
    }
    return false;
  }

  /** The end of the array whose first character is written at an index, or -1. */
  static int end(String text, int from) {
    int count = 0;
    int at = from;
    int end = -1;
    while (closes(text, at) > 0) {
      end = closes(text, at);
      count++;
      int comma = afterBlanks(text, end);
      if (comma >= text.length() || text.charAt(comma) != ',') {
        break;
      }
      at = afterBlanks(text, comma + 1);
    }
    return count >= MIN_CHARACTERS ? end : -1;
  }

  /** The end of the one character in quotes that is written at an index, or -1. */
  static int closes(String text, int at) {
    boolean escaped = at + 1 < text.length() && text.charAt(at + 1) == '\\';
    int last = at + (escaped ? 3 : 2);
    boolean quoted =
        at >= 0
            && last < text.length()
            && text.charAt(at) == '\''
            && text.charAt(last) == '\''
            && text.charAt(at + 1) != '\''
            && (!escaped || ESCAPED.indexOf(text.charAt(at + 2)) >= 0);
    return quoted ? last + 1 : -1;
  }

  /** What is meant by it. */
  static char meant(String text, int at) {
    char c = text.charAt(at + 1);
    return c == '\\' ? MEANT.charAt(ESCAPED.indexOf(text.charAt(at + 2))) : c;
  }

  static int afterBlanks(String text, int from) {
    int at = from;
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at;
  }

  /** The end of the array itself, with the bracket that closes it. */
  static int closing(String text, int end) {
    int at = afterBlanks(text, end);
    return at < text.length() && ENDS.indexOf(text.charAt(at)) >= 0 ? at + 1 : end;
  }

  /** How much of the end of a text opens the array: its bracket, and the type before that. */
  static int head(CharSequence before) {
    int length = before.length();
    int at = length;
    while (at > 0 && Character.isWhitespace(before.charAt(at - 1))) {
      at--;
    }
    if (at == 0 || BRACKETS.indexOf(before.charAt(at - 1)) < 0) {
      return 0;
    }
    at--;
    int from = Math.max(0, at - MAX_HEAD);
    int created = before.subSequence(from, at).toString().lastIndexOf("new char");
    return length - (created < 0 ? at : from + created);
  }
}
