package dev.telltale.unpacking.compression;

import dev.telltale.unpacking.layer.Source;
import java.io.IOException;

/**
 * Bits of a source, most significant first, read ahead without consuming. Behind the end come
 * zeros; whether that happened is told afterwards.
 */
final class BitSource {
  private final Source in;
  private int index;
  private long cache;
  private int cached;
  private boolean over;

  BitSource(Source in) {
    this.in = in;
  }

  /** Starts at a bit of the next byte. */
  void start(int bit) throws IOException {
    index = 0;
    cache = 0;
    cached = 0;
    over = false;
    if (bit > 0) {
      bits(bit);
    }
  }

  /** The next bits, at most 32. */
  int bits(int count) throws IOException {
    while (cached < count) {
      int b = 0;
      if (over || !in.ensure(index + 1)) {
        over = true;
      } else {
        b = in.at(index++);
      }
      cache = cache << 8 | b;
      cached += 8;
    }
    cached -= count;
    return (int) (cache >>> cached) & (int) (0xffff_ffffL >>> (32 - count));
  }

  boolean bit() throws IOException {
    return bits(1) != 0;
  }

  /** Whether more bits were asked for than there are. */
  boolean over() {
    return over;
  }

  /** Consumes the bytes that were read whole; the answer is the bit in the next byte. */
  int consume() {
    int back = (cached + 7) / 8;
    in.take(Math.max(0, index - back));
    index = 0;
    return (8 - cached % 8) % 8;
  }
}
