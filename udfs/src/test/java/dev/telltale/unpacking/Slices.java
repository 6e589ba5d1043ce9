package dev.telltale.unpacking;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Random;

/** A stream whose reads return 1 to {@code max} bytes. */
final class Slices extends InputStream {
  private final InputStream in;
  private final Random random;
  private final int max;

  Slices(byte[] bytes, int max, long seed) {
    in = new ByteArrayInputStream(bytes);
    this.max = max;
    random = new Random(seed);
  }

  @Override
  public int read() throws java.io.IOException {
    return in.read();
  }

  @Override
  public int read(byte[] into, int from, int length) throws java.io.IOException {
    return in.read(into, from, Math.min(length, 1 + random.nextInt(max)));
  }
}
