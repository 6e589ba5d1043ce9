package dev.telltale.framing;

import dev.telltale.limit.Limits;
import java.nio.charset.StandardCharsets;

/**
 * A block of textual encoding, such as a private key: many lines, and one thing. Its borders are
 * those of RFC 7468 and of the armour of RFC 9580.
 */
final class ArmouredBlock {
  private static final byte[] BEGIN = "-----BEGIN ".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] END = "-----END ".getBytes(StandardCharsets.US_ASCII);

  private ArmouredBlock() {}

  /**
   * Where the last line of the block ends that begins in a line, or the end of that line when none
   * begins there or its end is too far.
   */
  static int end(ByteWindow in, int lineStart, int lineEnd) {
    int begin = find(BEGIN, in, lineStart, lineEnd);
    if (begin < 0 || find(END, in, begin, lineEnd) >= 0) {
      return lineEnd;
    }
    in.peek(lineEnd + Limits.MAX_ARMOURED_BYTES);
    int held = Math.min(in.held(), lineEnd + Limits.MAX_ARMOURED_BYTES);
    int last = find(END, in, lineEnd, held);
    for (int i = Math.max(last, lineEnd); last >= 0 && i < held; i++) {
      if (in.at(i) == '\n') {
        return in.at(i - 1) == '\r' ? i - 1 : i;
      }
    }
    return last >= 0 && in.ended() && held == in.held() ? held : lineEnd;
  }

  private static int find(byte[] border, ByteWindow in, int from, int to) {
    for (int at = from; at + border.length <= to; at++) {
      if (in.at(at) == border[0] && matches(border, in, at)) {
        return at;
      }
    }
    return -1;
  }

  private static boolean matches(byte[] border, ByteWindow in, int at) {
    for (int i = 1; i < border.length; i++) {
      if (in.at(at + i) != border[i]) {
        return false;
      }
    }
    return true;
  }
}
