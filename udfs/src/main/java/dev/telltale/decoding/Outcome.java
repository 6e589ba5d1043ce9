package dev.telltale.decoding;

/**
 * What became of a frame.
 *
 * @param kind what
 * @param position for {@link Kind#REJECTED} the byte in the frame at which it stops being a value;
 *     otherwise 0
 */
public record Outcome(Kind kind, long position) {
  /** The three ways in which a frame ends. */
  public enum Kind {
    /** Every byte was decoded into the records emitted. */
    DECODED,
    /** Records were emitted, but some part only raw: the bytes count as scanned raw. */
    RAW,
    /** Nothing was emitted: the bytes are to come again as text. */
    REJECTED
  }

  public static final Outcome DECODED = new Outcome(Kind.DECODED, 0);
  public static final Outcome RAW = new Outcome(Kind.RAW, 0);

  static Outcome rejected(long position) {
    return new Outcome(Kind.REJECTED, position);
  }
}
