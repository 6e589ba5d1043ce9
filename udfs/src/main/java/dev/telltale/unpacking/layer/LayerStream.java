package dev.telltale.unpacking.layer;

import java.io.IOException;
import java.io.InputStream;

/** What a container unpacks to, counted against the limits. */
public final class LayerStream extends PartStream {
  private final InputStream in;
  private final int layer;
  private final UnpackBudget budget;
  private final LayerExtent extent;
  private long position;

  public LayerStream(InputStream in, int layer, UnpackBudget budget, LayerExtent extent) {
    this.in = in;
    this.layer = layer;
    this.budget = budget;
    this.extent = extent;
  }

  @Override
  public int read(byte[] into, int from, int length) throws IOException {
    if (budget.stopped()) {
      return -1;
    }
    int count = in.read(into, from, length);
    if (count > 0) {
      position += count;
      budget.count(layer, count, position);
    } else if (count < 0) {
      extent.end();
    }
    return count;
  }
}
