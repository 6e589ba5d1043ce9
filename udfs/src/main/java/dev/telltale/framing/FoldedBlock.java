package dev.telltale.framing;

import dev.telltale.limit.Limits;
import java.util.Base64;

/**
 * Base64 that is folded into lines of one length: many lines, and one value. Its first line may
 * have other text in front, and must decode to text or to compressed data.
 */
final class FoldedBlock {
  private static final int MIN_WIDTH = 40;
  private static final int MAX_WIDTH = 1 << 10;

  /** Percent of the decoded bytes of the first line that are printable. */
  private static final int TEXT = 85;

  private FoldedBlock() {}

  /**
   * Where the last line of the block ends that begins in a line, or the end of that line when none
   * begins there. A block that is too long ends between two of its lines, each half a value.
   */
  static int end(ByteWindow in, int lineStart, int lineEnd) {
    int start = lineEnd;
    while (start > lineStart && lineEnd - start <= MAX_WIDTH && isBase64(in.at(start - 1))) {
      start--;
    }
    int width = lineEnd - start;
    if (width < MIN_WIDTH || width > MAX_WIDTH || width % 4 != 0 || !opens(in, start, lineEnd)) {
      return lineEnd;
    }
    int end = lineEnd;
    int length = width;
    while (length == width && end - lineStart < Limits.MAX_FOLDED_BYTES) {
      int from = nextLine(in, end);
      if (from < 0) {
        return end;
      }
      length = run(in, from, width);
      if (length == 0) {
        return end;
      }
      end = from + length;
    }
    return end;
  }

  /** Index of the first byte of the next line that is no blank; -1 where no line follows. */
  private static int nextLine(ByteWindow in, int end) {
    int at = end;
    if (in.peek(at + 1) && in.at(at) == '\r') {
      at++;
    }
    if (!in.peek(at + 1) || in.at(at) != '\n') {
      return -1;
    }
    at++;
    while (at - end < MAX_WIDTH && in.peek(at + 1) && (in.at(at) == ' ' || in.at(at) == '\t')) {
      at++;
    }
    return at;
  }

  /** Length of the base64 that fills the rest of a line, at most {@code width}; 0 if none does. */
  private static int run(ByteWindow in, int from, int width) {
    int at = from;
    while (at - from < width && in.peek(at + 1) && isBase64(in.at(at))) {
      at++;
    }
    int padded = at;
    while (padded - at < 2
        && padded - from < width
        && in.peek(padded + 1)
        && in.at(padded) == '=') {
      padded++;
    }
    boolean ends = !in.peek(padded + 1) || in.at(padded) == '\n' || in.at(padded) == '\r';
    return ends && at > from ? padded - from : 0;
  }

  private static boolean opens(ByteWindow in, int start, int end) {
    byte[] run = new byte[end - start];
    for (int i = 0; i < run.length; i++) {
      int c = in.at(start + i);
      run[i] = (byte) (c == '-' ? '+' : c == '_' ? '/' : c);
    }
    byte[] decoded = Base64.getDecoder().decode(run);
    int printable = 0;
    for (byte b : decoded) {
      printable += (b >= ' ' && b < 0x7f) || b == '\n' || b == '\r' || b == '\t' ? 1 : 0;
    }
    boolean gzip = decoded[0] == 0x1f && decoded[1] == (byte) 0x8b;
    return gzip || printable * 100 >= decoded.length * TEXT;
  }

  private static boolean isBase64(int b) {
    return (b >= 'a' && b <= 'z')
        || (b >= 'A' && b <= 'Z')
        || (b >= '0' && b <= '9')
        || b == '+'
        || b == '/'
        || b == '-'
        || b == '_';
  }
}
