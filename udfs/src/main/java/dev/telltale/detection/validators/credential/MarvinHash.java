package dev.telltale.detection.validators.credential;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Marvin32, folded to 32 bits: https://github.com/microsoft/SymCrypt/blob/main/lib/marvin32.c */
final class MarvinHash {
  private static final int WORD = 4;
  private static final byte END = (byte) 0x80;

  private int low;
  private int high;

  private MarvinHash(long seed) {
    low = (int) seed;
    high = (int) (seed >>> 32);
  }

  /**
   * The hash of {@code data}.
   *
   * @param seed eight ASCII characters, the most significant first
   */
  static int of(byte[] data, String seed) {
    MarvinHash hash =
        new MarvinHash(ByteBuffer.wrap(seed.getBytes(StandardCharsets.US_ASCII)).getLong());
    byte[] padded = Arrays.copyOf(data, (data.length / WORD + 1) * WORD);
    padded[data.length] = END;
    ByteBuffer words = ByteBuffer.wrap(padded).order(ByteOrder.LITTLE_ENDIAN);
    while (words.hasRemaining()) {
      hash.low += words.getInt();
      hash.mix();
    }
    hash.mix();
    return hash.low ^ hash.high;
  }

  private void mix() {
    high ^= low;
    low = Integer.rotateLeft(low, 20) + high;
    high = Integer.rotateLeft(high, 9) ^ low;
    low = Integer.rotateLeft(low, 27) + high;
    high = Integer.rotateLeft(high, 19);
  }
}
