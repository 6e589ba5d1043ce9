package dev.telltale.unpacking.layer;

import java.io.IOException;
import java.io.InputStream;

/** What a container unpacks to, counted against the limits. */
public final class LayerStream extends PartStream {
  private final InputStream in;
  private final int layer;
  private final UnpackBudget allowance;
  private final LayerExtent place;
  private long position;

  public LayerStream(InputStream in, int layer, UnpackBudget allowance, LayerExtent place) {
    this.in = in;
    this.layer = layer;
    this.allowance = allowance;
    this.place = place;
  }

  @Override
  public int read(byte[] into, int from, int length) throws IOException {
    if (allowance.stopped()) {
      return -1;
    }
    int count = in.read(into, from, length);
    if (count > 0) {
      position += count;
      allowance.count(layer, count, position);
    } else if (count < 0) {
      place.end();
    }
    return count;
  }
}
