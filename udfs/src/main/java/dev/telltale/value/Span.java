package dev.telltale.value;

/**
 * Where the encoded form of a value lies in the bytes that it was read from: a JSON string with its
 * quotes, a JSON number, an object with its braces, the content of a protobuf field, the characters
 * of a line.
 *
 * @param offset of the first byte, counted from the start of the frame, or of the payload inside it
 * @param length in bytes
 */
public record Span(int offset, int length) {
  /** The span of a value that is nowhere as such, because a decoder made it up. */
  public static final Span NONE = new Span(-1, 0);

  public Span {
    if (offset < -1 || length < 0) {
      throw new IllegalArgumentException("a span starts at a byte and has no negative length");
    }
  }

  public static Span of(int offset, int length) {
    return offset < 0 ? NONE : new Span(offset, length);
  }

  public boolean isKnown() {
    return offset >= 0;
  }

  public int end() {
    return offset + length;
  }
}
