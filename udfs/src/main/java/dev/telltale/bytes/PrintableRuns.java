package dev.telltale.bytes;

import java.util.function.IntUnaryOperator;

/** Runs of printable ASCII among other bytes: text in what is otherwise a structure. */
public final class PrintableRuns {
  private PrintableRuns() {}

  /**
   * Whether that many printable characters follow each other.
   *
   * @param bytes gives the byte at a position, 0 to 255
   */
  public static boolean has(IntUnaryOperator bytes, int from, int to, int length) {
    int run = 0;
    for (int i = from; i < to; i++) {
      int b = bytes.applyAsInt(i);
      run = b >= 0x20 && b < 0x7f ? run + 1 : 0;
      if (run >= length) {
        return true;
      }
    }
    return false;
  }
}
