package dev.telltale.decoding.json;

import java.util.Base64;

/** Base64 of the standard alphabet (RFC 4648, section 4), as envelopes hold it. */
public final class Base64Text {
  private Base64Text() {}

  /** Null if the text is not base64: the decoder's message would quote it. */
  public static byte[] decode(String text) {
    try {
      return Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException notBase64) {
      return null;
    }
  }
}
