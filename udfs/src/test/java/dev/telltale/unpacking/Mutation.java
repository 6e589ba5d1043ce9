package dev.telltale.unpacking;

import java.util.Arrays;
import java.util.Random;

/**
 * One damage.
 *
 * @param bytes the damaged object
 * @param from first damaged byte of the good object
 * @param to after the last; what follows is in the mutant as it was
 */
record Mutation(byte[] bytes, int from, int to, boolean flip) {
  /** A flipped bit, a cut, or a block that is there twice or not at all. */
  static Mutation of(byte[] good, Random random) {
    int at = random.nextInt(good.length);
    int end = Math.min(good.length, at + 1 + random.nextInt(64));
    byte[] before = Bytes.cut(good, at);
    byte[] block = Arrays.copyOfRange(good, at, end);
    byte[] after = Arrays.copyOfRange(good, end, good.length);
    switch (random.nextInt(4)) {
      case 0 -> {
        byte[] flipped = good.clone();
        flipped[at] ^= (byte) (1 << random.nextInt(8));
        return new Mutation(flipped, at, at + 1, true);
      }
      case 1 -> {
        return new Mutation(before, at, good.length, false);
      }
      case 2 -> {
        return new Mutation(Bytes.join(before, block, block, after), end, end, false);
      }
      default -> {
        return new Mutation(Bytes.join(before, after), at, end, false);
      }
    }
  }
}
