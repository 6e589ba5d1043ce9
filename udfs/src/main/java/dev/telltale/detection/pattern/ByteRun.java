package dev.telltale.detection.pattern;

import java.util.BitSet;

/**
 * The cheapest shape check: at least {@code length} bytes of a set in a row.
 *
 * @param bytes the set
 * @param length shortest run that may hold a match
 */
public record ByteRun(BitSet bytes, int length) {
  public ByteRun {
    bytes = (BitSet) bytes.clone();
  }
}
