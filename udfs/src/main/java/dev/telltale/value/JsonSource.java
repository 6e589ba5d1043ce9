package dev.telltale.value;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;

/**
 * What a JSON value is read from, and where in it the parser is: bytes, or text that was decoded
 * from bytes before, or text of no known place.
 */
final class JsonSource {
  private final byte[] bytes;
  private final int from;
  private final String text;
  private final int[] offsets;

  private JsonSource(byte[] bytes, int from, String text, int[] offsets) {
    this.bytes = bytes;
    this.from = from;
    this.text = text;
    this.offsets = offsets;
  }

  static JsonSource bytes(byte[] bytes, int from) {
    return new JsonSource(bytes, from, null, null);
  }

  /**
   * @param offsets of each character in the bytes, one more for the end; null where that is unknown
   */
  static JsonSource text(String text, int[] offsets) {
    return new JsonSource(null, 0, text, offsets);
  }

  /** Where the token that was read last starts. */
  int start(JsonParser parser) {
    return position(parser.currentTokenLocation());
  }

  /** Where reading goes on. */
  int position(JsonParser parser) {
    return Math.max(0, position(parser.currentLocation()));
  }

  private int position(JsonLocation location) {
    return (int) (bytes == null ? location.getCharOffset() : location.getByteOffset());
  }

  /** The span from one position to another; {@link Span#NONE} for text of no known place. */
  Span span(int start, int end) {
    if (bytes != null) {
      return Span.of(start, end - start);
    }
    return offsets == null ? Span.NONE : Span.of(offsets[start], offsets[end] - offsets[start]);
  }

  /** The span of the name whose opening quote is at {@code start}. */
  Span name(int start) {
    if (bytes == null && offsets == null) {
      return Span.NONE;
    }
    int end = start + 1;
    for (int c = at(end); c != '"'; c = at(end)) {
      end += c == '\\' ? 2 : 1;
    }
    return span(start, end + 1);
  }

  private int at(int position) {
    return bytes == null ? text.charAt(position) : bytes[from + position];
  }

  @Override
  public String toString() {
    return bytes == null ? "text of " + text.length() + " characters" : "bytes from " + from;
  }
}
