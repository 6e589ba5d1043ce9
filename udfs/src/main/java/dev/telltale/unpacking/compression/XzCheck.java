package dev.telltale.unpacking.compression;

import dev.telltale.unpacking.layer.Source;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.zip.CRC32;

/** The integrity check of xz blocks (The .xz File Format, sections 2.1.1.2 and 3.4). */
final class XzCheck {
  private static final int[] BYTES = {0, 4, 4, 4, 8, 8, 8, 16, 16, 16, 32, 32, 32, 64, 64, 64};
  private static final int CRC_32 = 1;
  private static final int CRC_64 = 4;
  private static final int SHA_256 = 10;
  private static final long[] TABLE = new long[256];

  static {
    for (int i = 0; i < TABLE.length; i++) {
      long value = i;
      for (int bit = 0; bit < 8; bit++) {
        value = value >>> 1 ^ ((value & 1) != 0 ? 0xc96c_5795_d787_0f42L : 0);
      }
      TABLE[i] = value;
    }
  }

  private final CRC32 crc32 = new CRC32();
  private final MessageDigest sha256;
  private int type;
  private long crc64;

  XzCheck() {
    try {
      sha256 = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }

  /** Starts over, for a type that is 0 to 15. */
  void reset(int id) {
    type = id;
    crc32.reset();
    sha256.reset();
    crc64 = -1;
  }

  int bytes() {
    return BYTES[type];
  }

  void update(byte[] from, int offset, int length) {
    if (type == CRC_32) {
      crc32.update(from, offset, length);
    } else if (type == SHA_256) {
      sha256.update(from, offset, length);
    } else if (type == CRC_64) {
      for (int i = offset; i < offset + length; i++) {
        crc64 = TABLE[(from[i] ^ (int) crc64) & 0xff] ^ crc64 >>> 8;
      }
    }
  }

  /** Whether the check that is held at an index agrees; one of an unknown type always does. */
  boolean agrees(Source in, int index) {
    switch (type) {
      case CRC_32 -> {
        return crc32.getValue() == in.int32(index);
      }
      case CRC_64 -> {
        return ~crc64 == in.int64(index);
      }
      case SHA_256 -> {
        byte[] digest = sha256.digest();
        for (int i = 0; i < digest.length; i++) {
          if ((digest[i] & 0xff) != in.at(index + i)) {
            return false;
          }
        }
        return true;
      }
      default -> {
        return true;
      }
    }
  }
}
