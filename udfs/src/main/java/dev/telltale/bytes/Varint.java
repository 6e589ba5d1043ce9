package dev.telltale.bytes;

/**
 * Variable-length numbers of seven bits a byte, the lowest first, the top bit set in every byte but
 * the last: the <a href="https://protobuf.dev/programming-guides/encoding/#varints">varint</a> of
 * protobuf, snappy, Thrift, Avro, Parquet and ORC, also known as LEB128. First {@link #end}, which
 * never reads outside its bounds, then {@link #value}.
 */
public final class Varint {
  /** What a number of 64 bits takes at most. */
  public static final int MAX_BYTES = 10;

  /** The bytes end inside the number. */
  public static final int TRUNCATED = -1;

  /** The number goes on after as many bytes as it may have. */
  public static final int OVERLONG = -2;

  private Varint() {}

  /**
   * The index after the number that starts at {@code from}; {@link #TRUNCATED} where the bytes end
   * first, {@link #OVERLONG} where it has more than {@code maxBytes}.
   *
   * @param to index after the last byte that may be read
   */
  public static int end(byte[] bytes, int from, int to, int maxBytes) {
    boolean bounded = maxBytes <= to - from;
    int max = bounded ? from + maxBytes : to;
    for (int i = from; i < max; i++) {
      if (bytes[i] >= 0) {
        return i + 1;
      }
    }
    return bounded ? OVERLONG : TRUNCATED;
  }

  /** The number between its start and its {@link #end}; bits beyond the 64th fall away. */
  public static long value(byte[] bytes, int from, int end) {
    long value = 0;
    for (int i = Math.min(end, from + MAX_BYTES) - 1; i >= from; i--) {
      value = value << 7 | bytes[i] & 0x7f;
    }
    return value;
  }

  /** A signed number from its zigzag form, in which 0, -1, 1, -2 are 0, 1, 2, 3. */
  public static long zigzag(long value) {
    return (value >>> 1) ^ -(value & 1);
  }
}
