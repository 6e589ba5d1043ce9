package dev.telltale.unpacking.compression;

import dev.telltale.bytes.PrintableRuns;
import dev.telltale.limit.Limits;
import dev.telltale.unpacking.layer.Part;
import dev.telltale.unpacking.layer.Source;
import java.io.IOException;
import java.util.Queue;
import java.util.zip.CRC32;

/** The header of a gzip member (RFC 1952, section 2.3). */
final class GzipHeader {
  /** What stands at the position of the source. */
  enum State {
    WHOLE,
    /** A header whose CRC-16 disagrees with it; the data after it may be whole. */
    CHECKSUM,
    /** The stream ends inside what may be a header. */
    CUT,
    /** A header that the RFC does not allow, or whose names never end. */
    REFUSED,
    NONE
  }

  static final int FIXED = 10;

  private static final int CHECKSUM = 2;
  private static final int EXTRA = 4;
  private static final int NAME = 8;
  private static final int COMMENT = 16;
  private static final int RESERVED = 0xe0;

  /** More bytes of extra fields than that are given out in any case. */
  private static final int STRUCTURE_EXTRA = 64;

  /** Fewer characters in a row than these are no text: identifiers of extra fields have two. */
  private static final int MIN_TEXT = 6;

  private final Source in;
  private final CRC32 crc = new CRC32();
  private int length;
  private int names;
  private int namesEnd;
  private long noZeroFrom = -1;
  private long noZeroTo = -1;

  GzipHeader(Source in) {
    this.in = in;
  }

  /** Bytes of the header, once it was read as whole. */
  int length() {
    return length;
  }

  /**
   * Gives out extra fields that hold text or are large, the name and the comment, once it was read
   * as whole.
   */
  void texts(Queue<Part> to) {
    if (names - FIXED > STRUCTURE_EXTRA || PrintableRuns.has(in::at, FIXED + 2, names, MIN_TEXT)) {
      to.add(Part.header(in, FIXED + 2, names - FIXED - 2));
    }
    int from = names;
    for (int i = names; i < namesEnd; i++) {
      if (in.at(i) == 0) {
        if (i > from) {
          to.add(Part.header(in, from, i - from));
        }
        from = i + 1;
      }
    }
  }

  /** Looks at the header and consumes nothing. */
  State read() throws IOException {
    boolean whole = in.ensure(FIXED);
    int held = Math.min(in.held(), 3);
    for (int i = 0; i < held; i++) {
      if (in.at(i) != magic(i)) {
        return i == 2 ? State.REFUSED : State.NONE;
      }
    }
    if (!whole) {
      return State.CUT;
    }
    int flags = in.at(3);
    if ((flags & RESERVED) != 0) {
      return State.REFUSED;
    }
    length = FIXED;
    if ((flags & EXTRA) != 0) {
      if (!in.ensure(length + 2)) {
        return State.CUT;
      }
      length += 2 + in.int16(length);
      if (!in.ensure(length)) {
        return State.CUT;
      }
    }
    names = length;
    State state = State.WHOLE;
    if ((flags & NAME) != 0) {
      state = passText();
    }
    if (state == State.WHOLE && (flags & COMMENT) != 0) {
      state = passText();
    }
    namesEnd = length;
    return state == State.WHOLE && (flags & CHECKSUM) != 0 ? checksum() : state;
  }

  private static int magic(int index) {
    return index == 0 ? 0x1f : index == 1 ? 0x8b : 8;
  }

  /**
   * Stretches known to hold no zero are not searched again, however many false headers lie there.
   */
  private State passText() throws IOException {
    int end = length + Limits.MAX_GZIP_NAME_BYTES;
    long start = in.position() + length;
    int i = length;
    if (start >= noZeroFrom && start < noZeroTo) {
      i += (int) Math.min(noZeroTo - start, Limits.MAX_GZIP_NAME_BYTES);
    } else {
      noZeroFrom = start;
    }
    for (; i < end; i++) {
      if (!in.ensure(i + 1)) {
        return State.CUT;
      }
      if (in.at(i) == 0) {
        length = i + 1;
        return State.WHOLE;
      }
      noZeroTo = in.position() + i + 1;
    }
    return State.REFUSED;
  }

  private State checksum() throws IOException {
    if (!in.ensure(length + 2)) {
      return State.CUT;
    }
    crc.reset();
    crc.update(in.array(), in.from(), length);
    boolean same = in.int16(length) == (crc.getValue() & 0xffff);
    length += 2;
    return same ? State.WHOLE : State.CHECKSUM;
  }

  /**
   * Index after the header that is plausible at an index; -1 where its names do not end in what is
   * held.
   */
  static int end(Source in, int index) {
    int flags = in.at(index + 3);
    int end = index + FIXED;
    if ((flags & EXTRA) != 0) {
      end += in.held() < end + 2 ? Limits.MAX_STRUCTURE_BYTES : 2 + in.int16(end);
    }
    for (int text : new int[] {NAME, COMMENT}) {
      while ((flags & text) != 0 && end < in.held() && in.at(end) != 0) {
        end++;
      }
      end += (flags & text) != 0 ? 1 : 0;
    }
    end += (flags & CHECKSUM) != 0 ? 2 : 0;
    return end < in.held() ? end : -1;
  }

  /** Whether a member may start here: all of the fixed part is as writers write it. */
  static boolean plausible(Source in, int index) {
    return in.at(index) == 0x1f
        && in.at(index + 1) == 0x8b
        && in.at(index + 2) == 8
        && (in.at(index + 3) & RESERVED) == 0
        && (in.at(index + 8) & ~6) == 0
        && in.at(index + 8) != 6
        && (in.at(index + 9) <= 13 || in.at(index + 9) == 255);
  }
}
