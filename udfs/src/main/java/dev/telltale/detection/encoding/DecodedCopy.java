package dev.telltale.detection.encoding;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A text with its percent-encoding (RFC 3986), backslash escapes (RFC 8259, and {@code \\x41}),
 * character references (HTML) or quoted-printable (RFC 2045) decoded, or without the control
 * sequences of terminals (ECMA-48), and where each character came from.
 */
final class DecodedCopy {
  private final StringBuilder text;
  private final int[] origin;
  private final int[] ends;

  private DecodedCopy(int capacity) {
    text = new StringBuilder(capacity);
    origin = new int[capacity + 1];
    ends = new int[capacity + 1];
  }

  String reveal() {
    return text.toString();
  }

  /** For each character of the copy, and its end, the position in the source. */
  int[] origin() {
    return Arrays.copyOf(origin, text.length() + 1);
  }

  /** For each character of the copy where what it was decoded from ends in the source. */
  int[] ends() {
    return Arrays.copyOf(ends, text.length());
  }

  private void add(String decoded, int from, int to) {
    for (int i = 0; i < decoded.length(); i++) {
      add(decoded.charAt(i), from, to);
    }
  }

  private void add(char c, int from, int to) {
    origin[text.length()] = from;
    ends[text.length()] = to;
    text.append(c);
  }

  /**
   * Octets of which each takes three characters of the source: every character of UTF-8 has its
   * own, and bytes that are none have all of them.
   */
  private void addOctets(ByteArrayOutputStream octets, int from) {
    String decoded = octets.toString(StandardCharsets.UTF_8);
    int to = from + 3 * octets.size();
    if (!Arrays.equals(decoded.getBytes(StandardCharsets.UTF_8), octets.toByteArray())) {
      add(decoded, from, to);
      return;
    }
    int at = from;
    for (int i = 0; i < decoded.length(); i += Character.charCount(decoded.codePointAt(i))) {
      String character = Character.toString(decoded.codePointAt(i));
      int end = at + 3 * character.getBytes(StandardCharsets.UTF_8).length;
      add(character, at, end);
      at = end;
    }
  }

  private DecodedCopy ended(int length) {
    origin[text.length()] = length;
    return this;
  }

  static boolean hasPercents(String source) {
    for (int at = source.indexOf('%'); at >= 0; at = source.indexOf('%', at + 1)) {
      if (percent(source, at) >= 0) {
        int end = PercentToken.end(source, at);
        if (PercentToken.isEncoded(source, at, end)) {
          return true;
        }
        at = end - 1;
      }
    }
    return false;
  }

  /** The octet that a percent sign and two digits stand for, or -1. */
  static int percent(String source, int at) {
    if (at + 2 >= source.length() || source.charAt(at) != '%') {
      return -1;
    }
    int high = Character.digit(source.charAt(at + 1), 16);
    int low = Character.digit(source.charAt(at + 2), 16);
    return high < 0 || low < 0 ? -1 : (high << 4) | low;
  }

  static DecodedCopy ofPercents(String source) {
    DecodedCopy copy = new DecodedCopy(source.length());
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    int at = 0;
    int word = 0;
    boolean encoded = false;
    while (at < source.length()) {
      int from = at;
      if (at >= word && percent(source, at) >= 0) {
        word = PercentToken.end(source, at);
        encoded = PercentToken.isEncoded(source, at, word);
      }
      for (int b = percent(source, at); encoded && b >= 0; b = percent(source, at)) {
        bytes.write(b);
        at += 3;
      }
      if (at > from) {
        copy.addOctets(bytes, from);
        bytes.reset();
      } else {
        copy.add(source.charAt(at), at, at + 1);
        at++;
      }
    }
    return copy.ended(source.length());
  }

  /** The value of a parameter: a plus sign is a blank, the rest percent-encoding. */
  static DecodedCopy ofForm(String source) {
    return ofPercents(source.replace('+', ' '));
  }

  static boolean hasEscapes(String source) {
    for (int at = source.indexOf('\\'); at >= 0; at = source.indexOf('\\', at + 1)) {
      if (at + 1 < source.length() && "\"/nrtux\\".indexOf(source.charAt(at + 1)) >= 0) {
        return true;
      }
    }
    return false;
  }

  static DecodedCopy ofEscapes(String source) {
    DecodedCopy copy = new DecodedCopy(source.length());
    int at = 0;
    while (at < source.length()) {
      char c = source.charAt(at);
      int from = at;
      at++;
      if (c == '\\' && at < source.length()) {
        char escaped = source.charAt(at);
        int simple = "\"\\/nrtbf".indexOf(escaped);
        if (simple >= 0) {
          c = "\"\\/\n\r\t\b\f".charAt(simple);
          at++;
        } else if (escaped == 'u' && hex(source, at + 1, 4) >= 0) {
          c = (char) hex(source, at + 1, 4);
          at += 5;
        } else if (escaped == 'x' && hex(source, at + 1, 2) >= 0) {
          c = (char) hex(source, at + 1, 2);
          at += 3;
        }
      }
      copy.add(c, from, at);
    }
    return copy.ended(source.length());
  }

  /** The number that so many hexadecimal digits spell, or -1. */
  private static int hex(String source, int from, int digits) {
    if (from + digits > source.length()) {
      return -1;
    }
    int value = 0;
    for (int i = from; i < from + digits; i++) {
      int digit = Character.digit(source.charAt(i), 16);
      if (digit < 0) {
        return -1;
      }
      value = (value << 4) | digit;
    }
    return value;
  }

  /** Without what steers a terminal. */
  static DecodedCopy ofAnsi(String source) {
    DecodedCopy copy = new DecodedCopy(source.length());
    boolean lost = AnsiSequences.isLost(source);
    int at = 0;
    while (at < source.length()) {
      int end = AnsiSequences.end(source, at, lost);
      if (end < 0) {
        copy.add(source.charAt(at), at, at + 1);
      }
      at = Math.max(end, at + 1);
    }
    return copy.ended(source.length());
  }

  /** With a text in quotes for each array of characters. */
  static DecodedCopy ofCharacters(String source) {
    DecodedCopy copy = new DecodedCopy(source.length());
    int at = 0;
    while (at < source.length()) {
      int end = source.charAt(at) == '\'' ? CharacterArrays.end(source, at) : -1;
      if (end < 0) {
        copy.add(source.charAt(at), at, at + 1);
        at++;
        continue;
      }
      copy.text.setLength(copy.text.length() - CharacterArrays.head(copy.text));
      copy.add('"', at, at);
      while (at < end) {
        int closes = CharacterArrays.closes(source, at);
        copy.add(CharacterArrays.meant(source, at), at, closes);
        at = closes == end ? end : CharacterArrays.afterBlanks(source, closes);
        at = at < end ? CharacterArrays.afterBlanks(source, at + 1) : end;
      }
      at = CharacterArrays.closing(source, end);
      copy.add('"', end, at);
    }
    return copy.ended(source.length());
  }

  static boolean hasEntities(String source) {
    for (int at = source.indexOf('&'); at >= 0; at = source.indexOf('&', at + 1)) {
      if (CharacterEntity.at(source, at) != null) {
        return true;
      }
    }
    return false;
  }

  static DecodedCopy ofEntities(String source) {
    DecodedCopy copy = new DecodedCopy(source.length());
    int at = 0;
    while (at < source.length()) {
      CharacterEntity entity = source.charAt(at) == '&' ? CharacterEntity.at(source, at) : null;
      if (entity == null) {
        copy.add(source.charAt(at), at, at + 1);
        at++;
      } else {
        copy.add(entity.reveal(), at, at + entity.length());
        at += entity.length();
      }
    }
    return copy.ended(source.length());
  }

  /** Only with an escape, and an escaped equals sign or a soft line break, as longer texts have. */
  static boolean hasQuotedPrintable(String source) {
    boolean escape = false;
    boolean sure = false;
    for (int at = source.indexOf('='); at >= 0; at = source.indexOf('=', at + 1)) {
      escape |= hex(source, at + 1, 2) >= 0;
      sure |= source.startsWith("=3D", at) || softBreak(source, at) > 0;
    }
    return escape && sure;
  }

  /**
   * The length of the soft line break that starts at {@code at}, or 0. Base64 also ends its last
   * line with an equals sign, and in a key block the next one starts with a hyphen.
   */
  private static int softBreak(String source, int at) {
    int length = source.startsWith("=\r\n", at) ? 3 : source.startsWith("=\n", at) ? 2 : 0;
    int next = at + length;
    boolean padding =
        (at > 0 && source.charAt(at - 1) == '=')
            || next >= source.length()
            || source.charAt(next) == '-';
    return padding ? 0 : length;
  }

  /** Quoted-printable: RFC 2045, section 6.7. */
  static DecodedCopy ofQuotedPrintable(String source) {
    DecodedCopy copy = new DecodedCopy(source.length());
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    int at = 0;
    while (at < source.length()) {
      int from = at;
      while (at < source.length() && source.charAt(at) == '=' && hex(source, at + 1, 2) >= 0) {
        bytes.write(hex(source, at + 1, 2));
        at += 3;
      }
      if (at > from) {
        copy.addOctets(bytes, from);
        bytes.reset();
      } else if (source.charAt(at) == '=' && softBreak(source, at) > 0) {
        at += softBreak(source, at);
      } else {
        copy.add(source.charAt(at), at, at + 1);
        at++;
      }
    }
    return copy.ended(source.length());
  }

  @Override
  public String toString() {
    return "decoded copy of " + text.length() + " characters";
  }
}
