package dev.telltale.detection;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A text with its percent-encoding (RFC 3986) or backslash escapes (RFC 8259) undone, and where
 * each character came from.
 */
final class DecodedCopy {
  private final StringBuilder text;
  private int[] origin;

  private DecodedCopy(int capacity) {
    text = new StringBuilder(capacity);
    origin = new int[capacity + 1];
  }

  String reveal() {
    return text.toString();
  }

  /** For each character of the copy, and its end, the position in the source. */
  int[] origin() {
    return Arrays.copyOf(origin, text.length() + 1);
  }

  private void add(String decoded, int from) {
    for (int i = 0; i < decoded.length(); i++) {
      add(decoded.charAt(i), from);
    }
  }

  private void add(char c, int from) {
    origin[text.length()] = from;
    text.append(c);
  }

  private DecodedCopy ended(int length) {
    origin[text.length()] = length;
    return this;
  }

  static boolean hasPercents(String source) {
    for (int at = source.indexOf('%'); at >= 0; at = source.indexOf('%', at + 1)) {
      if (percent(source, at) >= 0) {
        return true;
      }
    }
    return false;
  }

  private static int percent(String source, int at) {
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
    while (at < source.length()) {
      int from = at;
      for (int b = percent(source, at); b >= 0; b = percent(source, at)) {
        bytes.write(b);
        at += 3;
      }
      if (at > from) {
        copy.add(bytes.toString(StandardCharsets.UTF_8), from);
        bytes.reset();
      } else {
        copy.add(source.charAt(at), at);
        at++;
      }
    }
    return copy.ended(source.length());
  }

  static boolean hasEscapes(String source) {
    for (int at = source.indexOf('\\'); at >= 0; at = source.indexOf('\\', at + 1)) {
      if (at + 1 < source.length() && "\"/nrtu\\".indexOf(source.charAt(at + 1)) >= 0) {
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
        } else if (escaped == 'u' && unicode(source, at + 1) >= 0) {
          c = (char) unicode(source, at + 1);
          at += 5;
        }
      }
      copy.add(c, from);
    }
    return copy.ended(source.length());
  }

  private static int unicode(String source, int from) {
    if (from + 4 > source.length()) {
      return -1;
    }
    int value = 0;
    for (int i = from; i < from + 4; i++) {
      int digit = Character.digit(source.charAt(i), 16);
      if (digit < 0) {
        return -1;
      }
      value = (value << 4) | digit;
    }
    return value;
  }

  @Override
  public String toString() {
    return "decoded copy of " + text.length() + " characters";
  }
}
