package dev.telltale.decoding.file.parquet;

import dev.telltale.bytes.Varint;
import dev.telltale.decoding.file.DamagedFile;
import dev.telltale.fault.FaultKind;
import dev.telltale.limit.Limits;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.parquet.bytes.ByteBufferInputStream;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.values.delta.DeltaBinaryPackingValuesReader;

/**
 * Walks the encoded levels and values of a decompressed page
 * (https://github.com/apache/parquet-format/blob/master/Encodings.md), because the library
 * allocates arrays on the word of counts in them.
 */
final class ParquetPageCheck {
  private final byte[] bytes;
  private final int values;
  private final int max;
  private int at;

  /**
   * @param values that the page declares, nulls included
   * @param max bytes that an array may take
   */
  ParquetPageCheck(byte[] bytes, int values, int max) {
    this.bytes = bytes;
    this.values = values;
    this.max = max;
  }

  /** Levels in front of the values, as in data pages of version 1. */
  @SuppressWarnings(
      "deprecation") // Nothing writes bit-packed levels any more, but files have them.
  void levels(Encoding encoding, int width) {
    if (width == 0) {
      return;
    }
    if (encoding == Encoding.RLE) {
      runs(int32(), width);
    } else if (encoding == Encoding.BIT_PACKED) {
      skip(((long) values * width + 7) / 8);
    } else {
      throw damaged();
    }
  }

  /** Levels of known length, as in data pages of version 2. */
  void levels(int length, int width) {
    if (width == 0) {
      skip(length);
    } else {
      runs(length, width);
    }
  }

  /** What is left of the page. */
  void values(Encoding encoding) throws IOException {
    switch (encoding) {
      case PLAIN, BYTE_STREAM_SPLIT -> at = bytes.length;
      case PLAIN_DICTIONARY, RLE_DICTIONARY -> {
        if (at < bytes.length) {
          int width = next();
          runs(bytes.length - at, width);
        }
      }
      case RLE -> runs(int32(), 1);
      case DELTA_BINARY_PACKED, DELTA_LENGTH_BYTE_ARRAY -> delta();
      case DELTA_BYTE_ARRAY -> prefixes();
      default -> throw damaged();
    }
  }

  private void runs(long length, int width) {
    int start = at;
    skip(length);
    int end = at;
    at = start;
    if (width > 32) {
      throw damaged();
    }
    while (at < end) {
      long header = varint();
      long count = header >>> 1;
      boolean packed = (header & 1) != 0;
      if (packed && count * 8 * Integer.BYTES > max) {
        throw damaged();
      }
      long size = packed ? count * width : (width + 7) / 8;
      at += (int) Math.min(size, end - at);
    }
    at = end;
  }

  /** How many numbers were packed. */
  private int delta() {
    long block = varint();
    long miniBlocks = varint();
    long total = varint();
    varint();
    boolean sound =
        block > 0
            && block <= Limits.MAX_DELTA_BLOCK
            && miniBlocks > 0
            && block % miniBlocks == 0
            && block / miniBlocks % 8 == 0;
    if (!sound || total > values || total * Long.BYTES > max) {
      throw damaged();
    }
    int size = (int) (block / miniBlocks);
    for (long left = total - 1; left > 0; ) {
      varint();
      int widths = at;
      skip(miniBlocks);
      for (int i = 0; i < miniBlocks && left > 0; i++, left -= size) {
        skip((bytes[widths + i] & 0xffL) * size / 8);
      }
    }
    return (int) total;
  }

  /** Every value is a prefix of the one before and a suffix: no prefix may be made up. */
  private void prefixes() throws IOException {
    int start = at;
    int total = delta();
    DeltaBinaryPackingValuesReader prefixes = new DeltaBinaryPackingValuesReader();
    prefixes.initFromPage(
        total, ByteBufferInputStream.wrap(ByteBuffer.wrap(bytes, start, at - start)));
    for (int i = 0; i < total; i++) {
      int prefix = prefixes.readInteger();
      if (prefix < 0 || prefix > max) {
        throw damaged();
      }
    }
    delta();
  }

  private long varint() {
    int after = Varint.end(bytes, at, bytes.length, Varint.MAX_BYTES);
    boolean whole = after > 0 && (after - at < Varint.MAX_BYTES || bytes[after - 1] <= 1);
    if (!whole) {
      throw damaged();
    }
    long number = Varint.value(bytes, at, after);
    at = after;
    return number & Long.MAX_VALUE;
  }

  private int int32() {
    skip(4);
    return bytes[at - 4] & 0xff
        | (bytes[at - 3] & 0xff) << 8
        | (bytes[at - 2] & 0xff) << 16
        | (bytes[at - 1] & 0xff) << 24;
  }

  private int next() {
    skip(1);
    return bytes[at - 1] & 0xff;
  }

  private void skip(long count) {
    if (count < 0 || count > bytes.length - at) {
      throw damaged();
    }
    at += (int) count;
  }

  private static DamagedFile damaged() {
    return new DamagedFile(FaultKind.PARQUET, DamagedFile.UNPLACED);
  }
}
