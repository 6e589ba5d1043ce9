package dev.telltale.unpacking;

import dev.telltale.bytes.Varint;
import dev.telltale.unpacking.layer.Source;

/** The length of a member, written in the bytes in front of it. */
final class MemberLength {
  private static final int MAX_VARINT = 5;
  private static final long MAX_LENGTH = 1L << 28;

  private MemberLength() {}

  /**
   * Whether the next bytes may be a length of a fixed width, and nothing that starts a protobuf
   * message: in either order the high bytes are zero.
   */
  static boolean mayBe(Source in, int bytes) {
    return in.at(0) == 0 ? in.at(bytes - 1) > 0 || in.at(bytes - 2) > 0 : in.at(bytes - 1) == 0;
  }

  /** Whether the bytes in front of a member may be a length, or are blank. */
  static boolean mayBe(byte[] prefix) {
    boolean may =
        isBlank(prefix) || Varint.end(prefix, 0, prefix.length, MAX_VARINT) == prefix.length;
    for (int width : new int[] {4, 8}) {
      for (int at = 0; at + width <= prefix.length; at++) {
        may |= isSmall(wide(prefix, at, width)) || isSmall(narrow(prefix, at, width));
      }
    }
    return may;
  }

  private static boolean isSmall(long length) {
    return length > 0 && length <= MAX_LENGTH;
  }

  /**
   * Whether the bytes in front of a member are blank, or say its length: as a varint, or in four or
   * eight bytes of either order, which a checksum may be beside.
   */
  static boolean agrees(byte[] prefix, long length) {
    if (isBlank(prefix)) {
      return true;
    }
    int varint = Varint.end(prefix, 0, prefix.length, MAX_VARINT);
    if (varint == prefix.length && Varint.value(prefix, 0, varint) == length) {
      return true;
    }
    for (int width : new int[] {4, 8}) {
      for (int at = 0; at + width <= prefix.length; at++) {
        if (wide(prefix, at, width) == length || narrow(prefix, at, width) == length) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isBlank(byte[] prefix) {
    for (byte b : prefix) {
      if (!isBlank(b)) {
        return false;
      }
    }
    return true;
  }

  /** What stands between records as a separator, or fills up the end of a file. */
  static boolean isBlank(int b) {
    return b == 0 || b == '\n' || b == '\r' || b == ' ' || b == '\t';
  }

  /** Big-endian. */
  private static long wide(byte[] prefix, int at, int width) {
    long value = 0;
    for (int i = 0; i < width; i++) {
      value = value << 8 | (prefix[at + i] & 0xff);
    }
    return value;
  }

  /** Little-endian. */
  private static long narrow(byte[] prefix, int at, int width) {
    long value = 0;
    for (int i = width - 1; i >= 0; i--) {
      value = value << 8 | (prefix[at + i] & 0xff);
    }
    return value;
  }
}
