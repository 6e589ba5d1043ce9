package dev.telltale.unpacking.archive;

import dev.telltale.unpacking.layer.Source;
import java.io.IOException;

/**
 * A local file header of a zip (APPNOTE 6.3.10, section 4.3.7), with its zip64 sizes.
 *
 * @param bytes length of the header itself
 * @param extra where the extra fields start in it, after the name
 * @param method compression method
 * @param encrypted whether the entry's bytes are encrypted
 * @param described whether CRC and sizes follow the data
 * @param zip64 whether sizes after the data are of 8 bytes
 * @param crc CRC-32 of the unpacked bytes, unless described
 * @param packed stored size, unless described
 * @param unpacked unpacked size, unless described
 */
record ZipHeader(
    int bytes,
    int extra,
    int method,
    boolean encrypted,
    boolean described,
    boolean zip64,
    long crc,
    long packed,
    long unpacked) {
  static final int FIXED = 30;
  static final int STORED = 0;
  static final int DEFLATED = 8;

  private static final long IN_EXTRA = 0xffff_ffffL;
  static final int ENCRYPTED = 1 | 1 << 6 | 1 << 13;
  static final int DESCRIBED = 1 << 3;

  /** Looks at the header and consumes nothing; null if the stream ends inside it. */
  static ZipHeader read(Source in) throws IOException {
    if (!in.ensure(FIXED)) {
      return null;
    }
    int extra = FIXED + in.int16(26);
    int end = extra + in.int16(28);
    if (!in.ensure(end)) {
      return null;
    }
    int flags = in.int16(6);
    long packed = in.int32(18);
    long unpacked = in.int32(22);
    int zip64 = zip64(in, extra, end);
    if (zip64 >= 0) {
      int left = in.int16(zip64 + 2);
      int at = zip64 + 4;
      if (unpacked == IN_EXTRA && left >= 8) {
        unpacked = in.int64(at);
        at += 8;
        left -= 8;
      }
      if (packed == IN_EXTRA && left >= 8) {
        packed = in.int64(at);
      }
    }
    return new ZipHeader(
        end,
        extra,
        in.int16(8),
        (flags & ENCRYPTED) != 0,
        (flags & DESCRIBED) != 0,
        zip64 >= 0,
        in.int32(14),
        Math.max(0, packed),
        Math.max(0, unpacked));
  }

  private static int zip64(Source in, int from, int end) {
    int at = from;
    while (at + 4 <= end) {
      int size = in.int16(at + 2);
      if (in.int16(at) == 1 && at + 4 + size <= end) {
        return at;
      }
      at += 4 + size;
    }
    return -1;
  }

  /** Whether the size of the data is known before reading it. */
  boolean sized() {
    return !described || packed > 0;
  }

  boolean readable() {
    return !encrypted && (method == DEFLATED || (method == STORED && sized()));
  }
}
