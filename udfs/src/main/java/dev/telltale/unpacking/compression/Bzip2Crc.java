package dev.telltale.unpacking.compression;

/** The CRC-32 of bzip2: the usual polynomial, most significant bit first. */
final class Bzip2Crc {
  static final int[] TABLE = new int[256];

  static {
    for (int i = 0; i < TABLE.length; i++) {
      int value = i << 24;
      for (int bit = 0; bit < 8; bit++) {
        value = value << 1 ^ (value < 0 ? 0x04c1_1db7 : 0);
      }
      TABLE[i] = value;
    }
  }

  private Bzip2Crc() {}
}
