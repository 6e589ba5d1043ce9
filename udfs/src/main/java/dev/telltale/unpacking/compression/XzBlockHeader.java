package dev.telltale.unpacking.compression;

import dev.telltale.unpacking.layer.Source;
import java.io.IOException;
import java.util.zip.CRC32;

/**
 * The header of an xz block: <a href="https://tukaani.org/xz/xz-file-format.txt">The .xz File
 * Format</a>, section 3.1.
 *
 * @param bytes length of the header
 * @param packed bytes of the compressed data; -1 if not said
 * @param unpacked bytes that it unpacks to; -1 if not said
 * @param dictionary bytes of the dictionary; -1 if the data is not plain LZMA2
 */
record XzBlockHeader(int bytes, long packed, long unpacked, long dictionary) {
  private static final int LZMA2 = 0x21;
  private static final int CRC = 4;
  private static final int MAX_BITS = 40;

  /** Reads fields of a header that is held. */
  private static final class Fields {
    private final Source in;
    private final int end;
    private int at = 2;
    private boolean good = true;

    Fields(Source in, int end) {
      this.in = in;
      this.end = end;
    }

    /** A number of up to nine bytes, seven bits in each, the lowest first. */
    long number() {
      long value = 0;
      for (int shift = 0; shift < 63; shift += 7) {
        if (at >= end) {
          break;
        }
        int b = in.at(at++);
        value |= (long) (b & 0x7f) << shift;
        if (b < 0x80) {
          return value;
        }
      }
      good = false;
      return -1;
    }
  }

  /** Length of the header that starts here, by its first byte. */
  static int length(Source in) {
    return 4 * (in.at(0) + 1);
  }

  /** Looks at a header that is held and consumes nothing; null if it is broken. */
  static XzBlockHeader read(Source in) throws IOException {
    int length = length(in);
    int end = length - CRC;
    CRC32 crc = new CRC32();
    crc.update(in.array(), in.from(), end);
    int flags = in.at(1);
    if (crc.getValue() != in.int32(end) || (flags & 0x3c) != 0) {
      return null;
    }
    Fields fields = new Fields(in, end);
    long packed = (flags & 0x40) != 0 ? fields.number() : -1;
    long unpacked = (flags & 0x80) != 0 ? fields.number() : -1;
    boolean plain = (flags & 3) == 0 && fields.number() == LZMA2 && fields.number() == 1;
    if (!fields.good) {
      return null;
    }
    long dictionary = plain && fields.at < end ? dictionary(in.at(fields.at)) : -1;
    return new XzBlockHeader(length, packed, unpacked, dictionary);
  }

  private static long dictionary(int bits) {
    if (bits > MAX_BITS) {
      return -1;
    }
    return bits == MAX_BITS ? 0xffff_ffffL : (2L | (bits & 1)) << (bits / 2 + 11);
  }
}
