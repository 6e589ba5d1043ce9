package dev.telltale.unpacking.compression;

/**
 * Decodes one LZ4 block: <a href="https://github.com/lz4/lz4/blob/dev/doc/lz4_Block_format.md">LZ4
 * Block Format Description</a>. Own code, because the library's decoder knows no blocks that refer
 * to the previous one, and gives out nothing of a broken one.
 */
final class Lz4Block {
  private static final int MIN_MATCH = 4;

  private int produced;
  private int consumed;

  /**
   * Decodes as much as is sound; true if that is all.
   *
   * @param out holds, up to {@code at}, what the block may refer to; the block is written after it
   * @param max how many bytes the block may produce
   */
  boolean decode(byte[] in, int from, int length, byte[] out, int at, int max) {
    int i = from;
    int end = from + length;
    int o = at;
    int limit = at + max;
    while (true) {
      produced = o - at;
      consumed = i - from;
      if (i >= end) {
        return false;
      }
      int token = in[i++] & 0xff;
      int literals = token >> 4;
      if (literals == 15) {
        int b = 255;
        while (b == 255) {
          if (i >= end || literals > max) {
            return false;
          }
          b = in[i++] & 0xff;
          literals += b;
        }
      }
      int copied = Math.min(literals, Math.min(end - i, limit - o));
      System.arraycopy(in, i, out, o, copied);
      o += copied;
      i += copied;
      produced = o - at;
      if (copied < literals) {
        return false;
      }
      if (i == end) {
        consumed = i - from;
        return true;
      }
      if (end - i < 2) {
        return false;
      }
      int back = in[i] & 0xff | (in[i + 1] & 0xff) << 8;
      i += 2;
      int count = token & 15;
      if (count == 15) {
        int b = 255;
        while (b == 255) {
          if (i >= end || count > max) {
            return false;
          }
          b = in[i++] & 0xff;
          count += b;
        }
      }
      count += MIN_MATCH;
      if (back == 0 || back > o || count > limit - o) {
        return false;
      }
      for (int k = 0; k < count; k++) {
        out[o + k] = out[o + k - back];
      }
      o += count;
    }
  }

  /** How many bytes the sound part decoded to. */
  int produced() {
    return produced;
  }

  /** How many bytes of the block the sound part takes. */
  int consumed() {
    return consumed;
  }
}
