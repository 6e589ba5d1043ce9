package dev.telltale.unpacking;

import java.io.InputStream;

/** The same bytes over and over, without holding them. */
final class Repeated extends InputStream {
  private final byte[] unit;
  private final long length;
  private long at;

  Repeated(byte[] unit, long times) {
    this.unit = unit;
    length = unit.length * times;
  }

  @Override
  public int read() {
    return at < length ? unit[(int) (at++ % unit.length)] & 0xff : -1;
  }

  @Override
  public int read(byte[] into, int from, int count) {
    if (at >= length) {
      return -1;
    }
    int start = (int) (at % unit.length);
    int step = Math.min(count, unit.length - start);
    System.arraycopy(unit, start, into, from, step);
    at += step;
    return step;
  }
}
