package dev.telltale.framing;

import dev.telltale.bytes.Varint;

/** How protobuf messages follow one another; the format itself does not say where one ends. */
public enum MessageFraming {
  /** The whole leaf is one message. */
  WHOLE,
  /**
   * Each message follows its length as a varint, as {@code writeDelimitedTo} of the protobuf
   * libraries and CloudWatch metric streams have it.
   */
  VARINT,
  /** Each message follows its length in four bytes, the highest first. */
  BIG_ENDIAN;

  /** The most bytes that a length takes. */
  public static final int MAX_LENGTH = 5;

  /** There is no length here. */
  public static final long NONE = -1;

  /**
   * The length that stands at a place before {@code to}: the message's own in the lower 32 bits,
   * above it how many bytes state it; {@link #NONE} where there is none of at most 31 bits.
   */
  public long length(byte[] bytes, int at, int to) {
    return switch (this) {
      case WHOLE -> NONE;
      case VARINT -> varint(bytes, at, to);
      case BIG_ENDIAN -> bigEndian(bytes, at, to);
    };
  }

  private static long varint(byte[] bytes, int at, int to) {
    int end = Varint.end(bytes, at, to, MAX_LENGTH);
    long length = end < 0 ? NONE : Varint.value(bytes, at, end);
    return length < 0 || length > Integer.MAX_VALUE ? NONE : (long) (end - at) << 32 | length;
  }

  private static long bigEndian(byte[] bytes, int at, int to) {
    if (to - at < 4 || bytes[at] < 0) {
      return NONE;
    }
    long length = 0;
    for (int i = 0; i < 4; i++) {
      length = length << 8 | (bytes[at + i] & 0xff);
    }
    return 4L << 32 | length;
  }

  /** How many bytes state the length. */
  public static int prefix(long length) {
    return (int) (length >>> 32);
  }

  /** How many bytes the message has. */
  public static int message(long length) {
    return (int) length;
  }
}
