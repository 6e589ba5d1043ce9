package dev.telltale.detection.validators.finance;

/**
 * Keccak-256 with the original padding, as Ethereum uses it. The permutation is that of FIPS 202
 * section 3, https://nvlpubs.nist.gov/nistpubs/FIPS/NIST.FIPS.202.pdf.
 */
final class Keccak {
  private static final int RATE = 136;
  private static final int ROUNDS = 24;

  private Keccak() {}

  /** The digest of at most 135 bytes: a single block. */
  static byte[] digest256(byte[] message) {
    if (message.length >= RATE) {
      throw new IllegalArgumentException("one block holds at most " + (RATE - 1) + " bytes");
    }
    long[] state = new long[25];
    for (int i = 0; i < message.length; i++) {
      state[i / 8] ^= (message[i] & 0xFFL) << 8 * (i % 8);
    }
    state[message.length / 8] ^= 1L << 8 * (message.length % 8);
    state[RATE / 8 - 1] ^= 0x80L << 56;
    permute(state);
    byte[] digest = new byte[32];
    for (int i = 0; i < digest.length; i++) {
      digest[i] = (byte) (state[i / 8] >>> 8 * (i % 8));
    }
    return digest;
  }

  private static void permute(long[] a) {
    int feedback = 1;
    for (int round = 0; round < ROUNDS; round++) {
      theta(a);
      rhoAndPi(a);
      chi(a);
      for (int j = 0; j <= 6; j++) {
        if ((feedback & 1) != 0) {
          a[0] ^= 1L << (1 << j) - 1;
        }
        feedback = (feedback << 1) ^ ((feedback & 0x80) != 0 ? 0x171 : 0);
      }
    }
  }

  private static void theta(long[] a) {
    long[] column = new long[5];
    for (int i = 0; i < 25; i++) {
      column[i % 5] ^= a[i];
    }
    for (int i = 0; i < 25; i++) {
      a[i] ^= column[(i + 4) % 5] ^ Long.rotateLeft(column[(i + 1) % 5], 1);
    }
  }

  private static void rhoAndPi(long[] a) {
    int x = 1;
    int y = 0;
    long current = a[1];
    for (int t = 0; t < 24; t++) {
      int next = (2 * x + 3 * y) % 5;
      x = y;
      y = next;
      long kept = a[x + 5 * y];
      a[x + 5 * y] = Long.rotateLeft(current, (t + 1) * (t + 2) / 2 % 64);
      current = kept;
    }
  }

  private static void chi(long[] a) {
    for (int row = 0; row < 25; row += 5) {
      long first = a[row];
      long second = a[row + 1];
      for (int x = 0; x < 5; x++) {
        long next = x == 4 ? first : a[row + x + 1];
        long after = x == 3 ? first : x == 4 ? second : a[row + x + 2];
        a[row + x] ^= ~next & after;
      }
    }
  }
}
