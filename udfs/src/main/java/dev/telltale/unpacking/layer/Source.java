package dev.telltale.unpacking.layer;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * The stream of one layer or leaf, with lookahead and the exact position of the next byte. The only
 * buffer between an object and its frames.
 */
public final class Source extends PartStream {
  public static final int BUFFER = 64 << 10;

  private static final int MAX_BUFFER = Integer.MAX_VALUE - 8;

  private InputStream in = InputStream.nullInputStream();
  private byte[] buffer = new byte[BUFFER];
  private int from;
  private int to;
  private long position;
  private boolean ended = true;

  /** A source that stands at the start of a stream. */
  public static Source of(InputStream stream) {
    Source source = new Source();
    source.open(stream);
    return source;
  }

  /** Starts over on another stream and keeps the buffer. */
  public void open(InputStream stream) {
    in = stream;
    from = 0;
    to = 0;
    position = 0;
    ended = false;
    if (buffer.length > BUFFER) {
      buffer = new byte[BUFFER];
    }
  }

  /** Looks ahead until {@code count} bytes are held; false if the stream ends before. */
  public boolean ensure(int count) throws IOException {
    while (to - from < count) {
      if (ended) {
        return false;
      }
      makeRoom(count);
      fill();
    }
    return true;
  }

  /**
   * Grows with what was read, never to what was asked for: that may be a lie of the input. Who
   * takes little and looks far ahead gets room for both, or all that is held would be moved for
   * each byte that is taken.
   */
  private void makeRoom(int count) {
    if (from == to || from + count > buffer.length) {
      int size = buffer.length;
      int held = to - from;
      if (held == size || (from > 0 && from < held && held > size / 2)) {
        long grown = Math.max(Math.min(count, 2L * size), size + size / 4L);
        size = (int) Math.min(grown, MAX_BUFFER);
      }
      byte[] target = size == buffer.length ? buffer : new byte[size];
      System.arraycopy(buffer, from, target, 0, to - from);
      buffer = target;
      to -= from;
      from = 0;
    }
  }

  private void fill() throws IOException {
    int count = in.read(buffer, to, buffer.length - to);
    if (count < 0) {
      ended = true;
    } else {
      to += count;
    }
  }

  /** Whether the stream was read to its end, so that nothing comes after what is held. */
  public boolean ended() {
    return ended;
  }

  /** The array that holds the bytes ahead; valid until more are asked for. */
  public byte[] array() {
    return buffer;
  }

  /** Index of the next byte in {@link #array()}. */
  public int from() {
    return from;
  }

  /** How many bytes are held ahead. */
  public int held() {
    return to - from;
  }

  /** Position in the stream of the next byte. */
  public long position() {
    return position;
  }

  /** The byte at an index from the next one on, which must be held. */
  public int at(int index) {
    return buffer[from + index] & 0xff;
  }

  /** Little-endian, like the next two. */
  public int int16(int index) {
    return at(index) | at(index + 1) << 8;
  }

  public long int32(int index) {
    return int16(index) | (long) int16(index + 2) << 16;
  }

  public long int64(int index) {
    return int32(index) | int32(index + 4) << 32;
  }

  /** Big-endian. */
  public long wide32(int index) {
    return (long) at(index) << 24 | at(index + 1) << 16 | at(index + 2) << 8 | at(index + 3);
  }

  /** Whether these are the next bytes. */
  public boolean startsWith(byte[] magic) throws IOException {
    return ensure(magic.length)
        && Arrays.equals(buffer, from, from + magic.length, magic, 0, magic.length);
  }

  /** Consumes bytes that are held. */
  public void take(int count) {
    from += count;
    position += count;
  }

  /** Consumes bytes, as many as there are. Returns whether there were enough. */
  public boolean pass(long count) throws IOException {
    long left = count;
    while (left > 0 && ensure(1)) {
      int step = (int) Math.min(left, held());
      take(step);
      left -= step;
    }
    return left == 0;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (!ensure(1)) {
      return -1;
    }
    int count = Math.min(length, held());
    System.arraycopy(buffer, from, into, offset, count);
    take(count);
    return count;
  }
}
