package dev.telltale.unpacking;

import dev.telltale.fault.FaultKind;
import dev.telltale.unpacking.layer.PartStream;
import dev.telltale.unpacking.layer.UnpackBudget;
import java.io.IOException;
import java.io.InputStream;

/**
 * A leaf, counted; inside a container it ends where the object reaches the limit on unpacked bytes.
 */
final class LeafStream extends PartStream {
  private final InputStream in;
  private final int layer;
  private final UnpackBudget budget;
  private long position;

  LeafStream(InputStream in, int layer, UnpackBudget budget) {
    this.in = in;
    this.layer = layer;
    this.budget = budget;
  }

  @Override
  public int read(byte[] into, int from, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (layer == 0) {
      int count = in.read(into, from, length);
      position += Math.max(0, count);
      return count;
    }
    long left = budget.left();
    if (left <= 0) {
      if (!budget.stopped() && in.read() >= 0) {
        budget.stop(FaultKind.UNPACKED_LIMIT, layer, position, 1);
      }
      return -1;
    }
    int count = in.read(into, from, (int) Math.min(left, length));
    if (count > 0) {
      position += count;
      budget.deliver(count);
    }
    return count;
  }

  /** How many bytes were given out. */
  long position() {
    return position;
  }
}
