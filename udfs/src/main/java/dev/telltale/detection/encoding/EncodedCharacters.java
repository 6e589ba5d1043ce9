package dev.telltale.detection.encoding;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Characters as the encodings of {@link DecodedCopy} write them, no more of them than have to. */
final class EncodedCharacters {
  private EncodedCharacters() {}

  /** RFC 3986: all that is not unreserved. */
  static String percents(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      boolean plain = b > 0 && (Character.isLetterOrDigit(b) || "-._~".indexOf(b) >= 0);
      if (plain) {
        out.append((char) b);
      } else {
        out.append('%').append(hex(b));
      }
    }
    return out.toString();
  }

  private static String hex(int octet) {
    String digits = Integer.toHexString(octet & 0xff).toUpperCase(Locale.ROOT);
    return digits.length() == 1 ? "0" + digits : digits;
  }

  /** RFC 8259. */
  static String escaped(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      int simple = "\"\\\n\r\t\b\f".indexOf(c);
      if (simple >= 0) {
        out.append('\\').append("\"\\nrtbf".charAt(simple));
      } else if (c < ' ') {
        out.append("\\u00").append(hex(c));
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }

  /** HTML. */
  static String entities(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  /** RFC 2045. */
  static String quotedPrintable(String text) {
    return text.replace("=", "=3D");
  }

  /** The elements of an array of characters in source code, without its brackets. */
  static String elements(String text) {
    StringBuilder out = new StringBuilder(5 * text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      out.append(i == 0 ? "'" : ", '")
          .append(c == '\'' || c == '\\' ? "\\" : "")
          .append(c)
          .append('\'');
    }
    return out.toString();
  }
}
