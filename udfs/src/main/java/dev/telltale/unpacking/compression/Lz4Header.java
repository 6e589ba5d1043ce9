package dev.telltale.unpacking.compression;

import dev.telltale.unpacking.layer.Source;
import java.io.IOException;
import net.jpountz.xxhash.XXHashFactory;

/**
 * The header of an LZ4 frame: <a
 * href="https://github.com/lz4/lz4/blob/dev/doc/lz4_Frame_format.md">LZ4 Frame Format
 * Description</a>. Its checksum is the proof that it is one.
 *
 * @param bytes length of the header
 * @param linked whether blocks refer to the ones before
 * @param blockChecksum whether a checksum follows each block
 * @param contentChecksum whether a checksum follows the frame
 * @param contentSize unpacked bytes of the frame; -1 if not said
 * @param dictionary whether blocks refer to bytes that are not in the frame
 * @param blockBytes most unpacked bytes of a block
 */
record Lz4Header(
    int bytes,
    boolean linked,
    boolean blockChecksum,
    boolean contentChecksum,
    long contentSize,
    boolean dictionary,
    int blockBytes) {
  static final long MAGIC = 0x184d_2204L;
  static final int MIN_COUNT = 7;
  static final int MAX_COUNT = 19;

  /** Looks at the header and consumes nothing; null if this is none, or it is cut. */
  static Lz4Header read(Source in) throws IOException {
    in.ensure(MAX_COUNT);
    return in.held() < MIN_COUNT ? null : at(in, 0);
  }

  /** The same of bytes that are held. */
  static Lz4Header at(Source in, int index) {
    if (in.int32(index) != MAGIC) {
      return null;
    }
    int flags = in.at(index + 4);
    int size = in.at(index + 5);
    boolean sized = (flags & 8) != 0;
    boolean dictionary = (flags & 1) != 0;
    int bytes = MIN_COUNT + (sized ? 8 : 0) + (dictionary ? 4 : 0);
    int block = size >> 4;
    if (flags >> 6 != 1
        || (flags & 2) != 0
        || (size & 0x8f) != 0
        || block < 4
        || in.held() < index + bytes) {
      return null;
    }
    int sum =
        XXHashFactory.safeInstance().hash32().hash(in.array(), in.from() + index + 4, bytes - 5, 0);
    if ((sum >> 8 & 0xff) != in.at(index + bytes - 1)) {
      return null;
    }
    return new Lz4Header(
        bytes,
        (flags & 0x20) == 0,
        (flags & 0x10) != 0,
        (flags & 4) != 0,
        sized ? in.int64(index + 6) : -1,
        dictionary,
        1 << (8 + 2 * block));
  }
}
