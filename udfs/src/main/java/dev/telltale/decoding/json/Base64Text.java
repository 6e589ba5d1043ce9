package dev.telltale.decoding.json;

import java.util.Base64;

/** Base64 of the standard alphabet (RFC 4648, section 4), as envelopes hold it. */
public final class Base64Text {
  private Base64Text() {}

  /**
   * Null if the text is not base64, folded into lines or not: the decoder's message would quote it.
   */
  public static byte[] decode(String text) {
    byte[] bytes = strict(text);
    return bytes == null && text.indexOf('\n') >= 0 ? strict(unfolded(text)) : bytes;
  }

  private static byte[] strict(String text) {
    try {
      return Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException notBase64) {
      return null;
    }
  }

  private static String unfolded(String text) {
    StringBuilder run = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c != '\n' && c != '\r') {
        run.append(c);
      }
    }
    return run.toString();
  }
}
