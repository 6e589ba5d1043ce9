package dev.telltale.framing;

import java.io.IOException;
import java.io.InputStream;

/** What a container unpacks to, counted against the limits. */
final class LayerStream extends PartStream {
  private final InputStream in;
  private final int layer;
  private final Allowance allowance;
  private final Place place;
  private long position;

  LayerStream(InputStream in, int layer, Allowance allowance, Place place) {
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
