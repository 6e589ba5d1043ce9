package dev.telltale.framing;

import java.io.IOException;
import java.io.InputStream;

/** What a container unpacks to, counted against the limits. */
final class LayerStream extends PartStream {
  private final InputStream in;
  private final int layer;
  private final Allowance allowance;
  private long position;

  LayerStream(InputStream in, int layer, Allowance allowance) {
    this.in = in;
    this.layer = layer;
    this.allowance = allowance;
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
    }
    return count;
  }
}
