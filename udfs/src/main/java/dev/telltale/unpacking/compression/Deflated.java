package dev.telltale.unpacking.compression;

import dev.telltale.unpacking.layer.Source;
import java.io.Closeable;
import java.io.IOException;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Raw deflate data (RFC 1951) in a source. Keeps the position exact to the byte after it. */
public final class Deflated implements Closeable {
  /** How the data ended, or that it did not yet. */
  public enum State {
    OPEN,
    FINISHED,
    /** The input ended before the data did. */
    CUT,
    CORRUPT
  }

  private final Source in;
  private final Inflater inflater = new Inflater(true);
  private State state = State.OPEN;
  private long left;

  public Deflated(Source in) {
    this.in = in;
  }

  /**
   * Starts on new data.
   *
   * @param bytes most bytes that belong to it
   */
  public void open(long bytes) {
    inflater.reset();
    state = State.OPEN;
    left = bytes;
  }

  public State state() {
    return state;
  }

  /** Compressed bytes of this data that were not needed. */
  public long left() {
    return left;
  }

  long bytesOut() {
    return inflater.getBytesWritten();
  }

  /** Inflates some bytes; 0 once the state is no longer open. */
  public int read(byte[] into, int from, int length) throws IOException {
    while (state == State.OPEN) {
      int input = 0;
      if (left > 0 && in.ensure(1)) {
        input = (int) Math.min(left, in.held());
      }
      inflater.setInput(in.array(), in.from(), input);
      long before = inflater.getBytesWritten();
      State after = State.OPEN;
      try {
        inflater.inflate(into, from, length);
        if (inflater.finished()) {
          after = State.FINISHED;
        }
      } catch (DataFormatException corrupt) {
        after = State.CORRUPT;
      }
      int used = input - inflater.getRemaining();
      in.take(used);
      left -= used;
      int count = (int) (inflater.getBytesWritten() - before);
      if (after == State.OPEN && count == 0 && input == 0) {
        after = State.CUT;
      }
      state = after;
      if (count > 0) {
        return count;
      }
    }
    return 0;
  }

  @Override
  public void close() {
    inflater.end();
  }
}
