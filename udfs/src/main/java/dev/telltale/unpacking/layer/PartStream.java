package dev.telltale.unpacking.layer;

import java.io.IOException;
import java.io.InputStream;

/** A stream of which only the bulk read has to be written. */
public abstract class PartStream extends InputStream {
  private final byte[] one = new byte[1];

  @Override
  public abstract int read(byte[] into, int from, int length) throws IOException;

  @Override
  public int read() throws IOException {
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }
}
