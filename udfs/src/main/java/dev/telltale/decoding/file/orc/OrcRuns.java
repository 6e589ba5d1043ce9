package dev.telltale.decoding.file.orc;

import dev.telltale.bytes.Varint;

/**
 * Walks integers in ORC's run length encoding, version 2
 * (https://orc.apache.org/specification/ORCv1/, "Integer Run Length Encoding, version 2"): the
 * library spins for many seconds over a run that its stream is too short for.
 */
final class OrcRuns {
  private static final int[] WIDE = {26, 28, 30, 32, 40, 48, 56, 64};
  private static final int NARROW = 24;

  private final byte[] bytes;
  private int at;

  private OrcRuns(byte[] bytes) {
    this.bytes = bytes;
  }

  /** Whether the stream ends where a run ends. */
  static boolean areWhole(byte[] bytes) {
    OrcRuns runs = new OrcRuns(bytes);
    while (runs.at < bytes.length) {
      if (!runs.pass()) {
        return false;
      }
    }
    return true;
  }

  private boolean pass() {
    int first = bytes[at] & 0xff;
    int encoding = first >> 6;
    if (encoding == 0) {
      return skip(2L + (first >> 3 & 7));
    }
    if (at + 2 > bytes.length) {
      return false;
    }
    int code = first >> 1 & 0x1f;
    int count = ((first & 1) << 8 | bytes[at + 1] & 0xff) + 1;
    return switch (encoding) {
      case 1 -> skip(2 + packed(count, width(code)));
      case 2 -> patched(count, width(code));
      default ->
          skip(2)
              && varint()
              && varint()
              && skip(code == 0 ? 0 : packed(Math.max(0, count - 2), width(code)));
    };
  }

  private boolean patched(long count, int width) {
    if (at + 4 > bytes.length) {
      return false;
    }
    int third = bytes[at + 2] & 0xff;
    int fourth = bytes[at + 3] & 0xff;
    int patch = widened(width(third & 0x1f) + (fourth >> 5) + 1);
    long base = (third >> 5) + 1L;
    return skip(4 + base + packed(count, width) + packed(fourth & 0x1f, patch));
  }

  private static int width(int code) {
    return code < NARROW ? code + 1 : WIDE[code - NARROW];
  }

  /** The smallest width that can be encoded for so many bits. */
  private static int widened(int bits) {
    if (bits <= NARROW) {
      return bits;
    }
    for (int wide : WIDE) {
      if (bits <= wide) {
        return wide;
      }
    }
    return Long.SIZE;
  }

  private static long packed(long count, int width) {
    return (count * width + 7) / 8;
  }

  private boolean varint() {
    int after = Varint.end(bytes, at, bytes.length, Integer.MAX_VALUE);
    at = after < 0 ? bytes.length : after;
    return after >= 0;
  }

  private boolean skip(long count) {
    if (count > bytes.length - at) {
      return false;
    }
    at += (int) count;
    return true;
  }
}
