package dev.telltale.detection.encoding;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * Runs of hexadecimal digits that spell text. Digests and ids do not: of random bytes three in
 * eight are printable, and here every one must be.
 */
final class HexRuns {
  static final int MIN_LENGTH = 32;

  private HexRuns() {}

  static boolean isDigit(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
  }

  /** End of the run that starts at {@code from}; equal to {@code from} when none does. */
  static int end(String text, int from) {
    int at = from;
    while (at < text.length() && isDigit(text.charAt(at))) {
      at++;
    }
    return at;
  }

  /** The text in a run, or null. */
  static String decode(String text, int from, int to) {
    int length = to - from;
    if (length < MIN_LENGTH || length % 2 != 0) {
      return null;
    }
    byte[] bytes = new byte[length / 2];
    for (int i = 0; i < bytes.length; i++) {
      int b =
          Character.digit(text.charAt(from + 2 * i), 16) << 4
              | Character.digit(text.charAt(from + 2 * i + 1), 16);
      boolean control = b < 0x20 && b != '\n' && b != '\r' && b != '\t';
      if (control || b == 0x7F) {
        return null;
      }
      bytes[i] = (byte) b;
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException noText) {
      return null;
    }
  }
}
