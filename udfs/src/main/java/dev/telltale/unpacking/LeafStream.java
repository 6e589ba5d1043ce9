package dev.telltale.unpacking;

import dev.telltale.fault.FaultKind;
import dev.telltale.unpacking.layer.PartStream;
import dev.telltale.unpacking.layer.UnpackBudget;
import java.io.IOException;
import java.io.InputStream;

/** A leaf inside a container: ends where the object has unpacked to as much as it may. */
final class LeafStream extends PartStream {
  private final InputStream in;
  private final int layer;
  private final UnpackBudget allowance;
  private long position;

  LeafStream(InputStream in, int layer, UnpackBudget allowance) {
    this.in = in;
    this.layer = layer;
    this.allowance = allowance;
  }

  @Override
  public int read(byte[] into, int from, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    long left = allowance.left();
    if (left <= 0) {
      if (!allowance.stopped() && in.read() >= 0) {
        allowance.stop(FaultKind.UNPACKED_LIMIT, layer, position, 1);
      }
      return -1;
    }
    int count = in.read(into, from, (int) Math.min(left, length));
    if (count > 0) {
      position += count;
      allowance.deliver(count);
    }
    return count;
  }
}
