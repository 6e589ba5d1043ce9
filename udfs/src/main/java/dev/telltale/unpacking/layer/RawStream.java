package dev.telltale.unpacking.layer;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Bytes for a raw scan: a known number of them, or up to the next place where a container's
 * structure may start again. Takes at least one byte, so that reading goes on after any damage.
 */
public final class RawStream extends PartStream {
  /** Whether the bytes at an index of the source look like the start of structure. */
  @FunctionalInterface
  public interface Start {
    boolean plausible(Source in, int index) throws IOException;
  }

  private final Source in;
  private final @Nullable Start start;
  private final int lookahead;
  private long left;
  private boolean first = true;

  private RawStream(Source in, long left, @Nullable Start start, int lookahead) {
    this.in = in;
    this.left = left;
    this.start = start;
    this.lookahead = lookahead;
  }

  public static RawStream of(Source in, long bytes) {
    return new RawStream(in, bytes, null, 1);
  }

  /**
   * @param lookahead how many bytes {@code next} looks at
   */
  public static RawStream upTo(Source in, int lookahead, Start next) {
    return new RawStream(in, Long.MAX_VALUE, next, lookahead);
  }

  @Override
  public int read(byte[] into, int from, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    boolean more = in.ensure(lookahead);
    int span = more ? in.held() - lookahead + 1 : in.held();
    span = (int) Math.min(Math.min(span, length), left);
    if (start != null && more) {
      span = plain(start, span);
    }
    if (span <= 0) {
      return -1;
    }
    System.arraycopy(in.array(), in.from(), into, from, span);
    in.take(span);
    left -= span;
    first = false;
    return span;
  }

  private int plain(Start next, int span) throws IOException {
    for (int i = first ? 1 : 0; i < span; i++) {
      if (next.plausible(in, i)) {
        left = i;
        return i;
      }
    }
    return span;
  }
}
