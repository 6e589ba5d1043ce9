package dev.telltale.framing;

import java.io.IOException;
import java.io.InputStream;

/** The bytes of a leaf that are held in memory, and what of them the next call may let go. */
final class ByteWindow {
  private static final int START = 4 << 10;

  private final InputStream in;
  private byte[] buffer = new byte[START];
  private int from;
  private int to;
  private long offset;
  private int spent;
  private boolean ended;
  private IOException failure;

  ByteWindow(InputStream in) {
    this.in = in;
  }

  /** Holds at least so many bytes; false if the leaf ends before. */
  boolean ensure(int count) throws IOException {
    if (to - from < count && failure != null) {
      throw failure;
    }
    while (to - from < count) {
      if (ended) {
        return false;
      }
      makeRoom(count);
      int read = in.read(buffer, to, buffer.length - to);
      if (read < 0) {
        ended = true;
      } else {
        to += read;
      }
    }
    return true;
  }

  /**
   * Looks past a frame that is already whole: a failing read is kept for the next call, so that the
   * frame is not lost with it.
   */
  boolean peek(int count) {
    if (failure != null) {
      return to - from >= count;
    }
    try {
      return ensure(count);
    } catch (IOException failed) {
      failure = failed;
      return false;
    }
  }

  private void makeRoom(int count) {
    if (to < buffer.length && from + count <= buffer.length) {
      return;
    }
    byte[] target = buffer;
    if (count > buffer.length || to - from > buffer.length / 2) {
      long size = Math.max(count, Math.min(2L * buffer.length, Integer.MAX_VALUE - 8));
      target = new byte[(int) size];
    }
    System.arraycopy(buffer, from, target, 0, to - from);
    buffer = target;
    to -= from;
    from = 0;
  }

  /** Whether the leaf was read to its end, so that nothing comes after what is held. */
  boolean ended() {
    return ended;
  }

  byte[] array() {
    return buffer;
  }

  int from() {
    return from;
  }

  int held() {
    return to - from;
  }

  int at(int index) {
    return buffer[from + index] & 0xff;
  }

  /** Offset in the leaf of the first byte held. */
  long offset() {
    return offset;
  }

  /** Lets bytes go now. */
  void skip(int count) {
    from += count;
    offset += count;
  }

  /** Lets bytes go when the next frame is asked for. */
  void spend(int count) {
    spent = count;
  }

  void settle() {
    skip(spent);
    spent = 0;
  }
}
