package dev.telltale.scan;

import dev.telltale.framing.Frame;
import java.nio.charset.StandardCharsets;

/**
 * The part of a window that the window itself answers for. Neighbouring windows share bytes; the
 * line between them runs through the middle of what they share, moved on where a finding reaches
 * over it, so that every byte of the text is reported and shown by exactly one window. Positions
 * are characters of the decoded window.
 */
final class TextWindow {
  private final Frame frame;
  private final int from;
  private final int to;

  private TextWindow(Frame frame, int from, int to) {
    this.frame = frame;
    this.from = from;
    this.to = to;
  }

  /**
   * @param overlapBytes bytes that a continued frame shares with the next one
   * @param answered position in the stream up to which earlier windows have answered
   */
  static TextWindow of(Frame frame, int overlapBytes, long answered) {
    int first =
        frame.overlap() == 0
            ? 0
            : (int) Math.max(0, Math.min(answered - frame.offset(), frame.length()));
    int last =
        frame.continued() ? Math.max(first, frame.length() - overlapBytes / 2) : frame.length();
    while (last < frame.length()
        && last > first
        && isContinuation(frame.reveal()[frame.from() + last])) {
      last--;
    }
    return new TextWindow(frame, characters(frame, first), characters(frame, last));
  }

  int from() {
    return from;
  }

  int to() {
    return to;
  }

  /**
   * The position in the stream that belongs to a character of the window; holds for malformed UTF-8
   * too.
   */
  long answeredUpTo(int character) {
    int low = 0;
    int high = frame.length();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (characters(frame, middle) < character) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return frame.offset() + low;
  }

  private static int characters(Frame frame, int bytes) {
    return new String(frame.reveal(), frame.from(), bytes, StandardCharsets.UTF_8).length();
  }

  private static boolean isContinuation(byte value) {
    return (value & 0xc0) == 0x80;
  }
}
