package dev.telltale.unpacking.compression;

import dev.telltale.bytes.Varint;
import dev.telltale.unpacking.layer.Source;

/**
 * One snappy block (google/snappy, {@code format_description.txt}): walks its elements without
 * writing, so that nothing is allocated because a header says so, then decodes as much as is sound.
 */
public final class SnappyBlock {
  /** How the walk ended. */
  public enum Ending {
    /** All input is used, at the end of an element. */
    WHOLE,
    /** The input ends inside an element. */
    CUT,
    /** An element points before the start of the output. */
    CORRUPT,
    /** There is no length header. */
    NO_HEADER
  }

  private static final int MAX_LENGTH = 5;

  private final byte[] in;
  private final int to;
  private int at;
  private long declared;
  private int body;
  private long produced;
  private Ending ending;

  private int literal;
  private int copy;
  private long back;
  private int size;

  /** Walks the block, but produces no more than {@code max} bytes. */
  public SnappyBlock(byte[] in, int from, int length, long max) {
    this.in = in;
    to = from + length;
    at = from;
    ending = walk(max);
  }

  private Ending walk(long max) {
    body = Varint.end(in, at, to, MAX_LENGTH);
    if (body < 0) {
      return Ending.NO_HEADER;
    }
    declared = Varint.value(in, at, body);
    at = body;
    while (at < to) {
      if (!element(at)) {
        return Ending.CUT;
      }
      if ((copy > 0 && (back == 0 || back > produced)) || produced + literal + copy > max) {
        return Ending.CORRUPT;
      }
      if (literal > to - at - size) {
        produced += Math.max(0, to - at - size);
        return Ending.CUT;
      }
      produced += literal + copy;
      at += size + literal;
    }
    return Ending.WHOLE;
  }

  /**
   * Reads the tag at an index into {@link #literal}, {@link #copy}, {@link #back}, {@link #size}.
   */
  private boolean element(int index) {
    int tag = in[index] & 0xff;
    literal = 0;
    copy = 0;
    int high = tag >> 2;
    int trailing = (tag & 3) == 0 ? Math.max(0, high - 59) : (tag & 3) == 3 ? 4 : tag & 3;
    size = 1 + trailing;
    if (size > to - index) {
      return false;
    }
    long number = 0;
    for (int i = 0; i < trailing; i++) {
      number |= (in[index + 1 + i] & 0xffL) << (8 * i);
    }
    switch (tag & 3) {
      case 0 ->
          literal = (int) Math.min(Integer.MAX_VALUE >> 1, trailing == 0 ? high + 1 : number + 1);
      case 1 -> {
        copy = 4 + (high & 7);
        back = (long) (tag >> 5) << 8 | number;
      }
      default -> {
        copy = high + 1;
        back = number;
      }
    }
    return true;
  }

  /** The length that a block declares whose first five bytes are held; -1 if they are no length. */
  static long declared(Source in, int index) {
    int from = in.from() + index;
    int end = Varint.end(in.array(), from, from + MAX_LENGTH, MAX_LENGTH);
    return end < 0 ? -1 : Varint.value(in.array(), from, end);
  }

  /** How the walk ended. */
  public Ending ending() {
    return ending;
  }

  /** The length that the header declares. */
  public long declared() {
    return declared;
  }

  /** How many bytes the sound part decodes to. */
  public long produced() {
    return produced;
  }

  /**
   * How many bytes all elements unpack to by their own lengths, sound or not; -1 if one of them
   * ends after the block.
   */
  public long stated() {
    long total = 0;
    int index = body;
    while (index < to) {
      if (!element(index) || literal > to - index - size) {
        return -1;
      }
      total += literal + copy;
      index += size + literal;
    }
    return total;
  }

  /** Index after the last sound element. */
  int end() {
    return at;
  }

  /** Whether the block is exactly what its header says. */
  public boolean exact() {
    return ending == Ending.WHOLE && produced == declared;
  }

  /** Decodes the first bytes of the sound part. */
  public byte[] decode(int bytes) {
    byte[] out = new byte[bytes];
    int index = body;
    int done = 0;
    while (done < bytes) {
      element(index);
      if (copy > 0) {
        int step = Math.min(copy, bytes - done);
        repeat(out, done, (int) back, step);
        done += step;
      } else {
        int step = Math.min(literal, bytes - done);
        System.arraycopy(in, index + size, out, done, step);
        done += step;
      }
      index += size + literal;
    }
    return out;
  }

  private static void repeat(byte[] out, int at, int back, int count) {
    if (back >= count) {
      System.arraycopy(out, at - back, out, at, count);
      return;
    }
    for (int i = 0; i < count; i++) {
      out[at + i] = out[at + i - back];
    }
  }
}
