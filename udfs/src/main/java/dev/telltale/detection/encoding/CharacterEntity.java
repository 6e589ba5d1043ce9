package dev.telltale.detection.encoding;

import java.util.Map;

/**
 * A character reference of HTML: numeric ones, and the named ones that escaping puts in
 * (https://html.spec.whatwg.org/multipage/syntax.html#character-references). Holds content.
 */
final class CharacterEntity {
  private static final int MAX_LENGTH = 10;
  private static final Map<String, String> NAMED =
      Map.of(
          "amp", "&", "lt", "<", "gt", ">", "quot", "\"", "apos", "'", "nbsp", " ", "sol", "/",
          "equals", "=", "colon", ":", "commat", "@");

  private final String decoded;
  private final int length;

  private CharacterEntity(String decoded, int length) {
    this.decoded = decoded;
    this.length = length;
  }

  /** The reference whose ampersand stands at {@code at}, or null. */
  static CharacterEntity at(String text, int at) {
    int end = at + 1;
    while (end < text.length() && end - at <= MAX_LENGTH && text.charAt(end) != ';') {
      end++;
    }
    if (end >= text.length() || text.charAt(end) != ';' || end == at + 1) {
      return null;
    }
    String name = text.substring(at + 1, end);
    String decoded = name.charAt(0) == '#' ? numeric(name) : NAMED.get(name);
    return decoded == null ? null : new CharacterEntity(decoded, end + 1 - at);
  }

  private static String numeric(String name) {
    boolean hexadecimal = name.length() > 1 && (name.charAt(1) == 'x' || name.charAt(1) == 'X');
    int radix = hexadecimal ? 16 : 10;
    int from = hexadecimal ? 2 : 1;
    int point = 0;
    for (int i = from; i < name.length(); i++) {
      int digit = Character.digit(name.charAt(i), radix);
      if (digit < 0) {
        return null;
      }
      point = point * radix + digit;
      if (point > Character.MAX_CODE_POINT) {
        return null;
      }
    }
    boolean none = from == name.length() || point == 0 || (point >= 0xD800 && point < 0xE000);
    return none ? null : Character.toString(point);
  }

  String reveal() {
    return decoded;
  }

  /** Characters of the reference itself. */
  int length() {
    return length;
  }

  @Override
  public String toString() {
    return "reference of " + length + " characters";
  }
}
