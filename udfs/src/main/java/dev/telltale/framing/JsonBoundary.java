package dev.telltale.framing;

import java.util.Arrays;

/**
 * Finds the end of one JSON object or array, byte by byte and without recursion. Knows the grammar
 * of RFC 8259 down to the order of tokens, but not the inside of numbers, literals and escapes: so
 * a value that lacks its end is noticed at the next value, not at the end of the stream.
 */
final class JsonBoundary {
  /** What is known so far. */
  enum State {
    OPEN,
    WHOLE,
    BROKEN
  }

  private enum Expect {
    VALUE,
    VALUE_OR_END,
    NAME,
    NAME_OR_END,
    COLON,
    COMMA_OR_END
  }

  private State state = State.OPEN;
  private Expect expect = Expect.VALUE;
  private boolean inString;
  private boolean isName;
  private boolean escaped;
  private boolean inScalar;
  private long[] objects = new long[4];
  private int depth;

  /** Starts on a new value. */
  void reset() {
    state = State.OPEN;
    expect = Expect.VALUE;
    inString = false;
    escaped = false;
    inScalar = false;
    depth = 0;
  }

  State state() {
    return state;
  }

  /**
   * Goes on with the next bytes.
   *
   * @return index after the value if it is whole, of the first wrong byte if it is broken, or the
   *     end of these bytes if it is still open
   */
  int scan(byte[] bytes, int from, int to) {
    int i = from;
    while (i < to) {
      if (inString) {
        i = text(bytes, i, to);
      } else {
        token(bytes[i]);
        i += state == State.BROKEN ? 0 : 1;
      }
      if (state != State.OPEN) {
        return i;
      }
    }
    return to;
  }

  private int text(byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      byte b = bytes[i];
      if (b >= 0 && b < 0x20) {
        state = State.BROKEN;
        return i;
      }
      if (escaped) {
        escaped = false;
      } else if (b == '\\') {
        escaped = true;
      } else if (b == '"') {
        inString = false;
        expect = isName ? Expect.COLON : Expect.COMMA_OR_END;
        return i + 1;
      }
    }
    return to;
  }

  private void token(byte b) {
    if (inScalar) {
      if ((b >= '0' && b <= '9')
          || (b >= 'a' && b <= 'z')
          || b == '.'
          || b == 'E'
          || b == '-'
          || b == '+') {
        return;
      }
      inScalar = false;
    }
    switch (b) {
      case ' ', '\t', '\n', '\r' -> {}
      case '{' -> open(true);
      case '[' -> open(false);
      case '}' -> close(true);
      case ']' -> close(false);
      case '"' -> {
        isName = expect == Expect.NAME || expect == Expect.NAME_OR_END;
        require(isName || value());
        inString = true;
      }
      case ':' -> {
        require(expect == Expect.COLON);
        expect = Expect.VALUE;
      }
      case ',' -> {
        require(expect == Expect.COMMA_OR_END);
        expect = inObject() ? Expect.NAME : Expect.VALUE;
      }
      case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 't', 'f', 'n' -> {
        require(value());
        inScalar = true;
        expect = Expect.COMMA_OR_END;
      }
      default -> state = State.BROKEN;
    }
  }

  private void require(boolean allowed) {
    if (!allowed) {
      state = State.BROKEN;
    }
  }

  private boolean value() {
    return depth > 0 && (expect == Expect.VALUE || expect == Expect.VALUE_OR_END);
  }

  private boolean inObject() {
    return ((objects[(depth - 1) >> 6] >>> ((depth - 1) & 63)) & 1) == 1;
  }

  private void open(boolean object) {
    require(depth == 0 || value());
    int word = depth >> 6;
    if (word == objects.length) {
      objects = Arrays.copyOf(objects, 2 * objects.length);
    }
    long bit = 1L << (depth & 63);
    objects[word] = object ? objects[word] | bit : objects[word] & ~bit;
    depth++;
    expect = object ? Expect.NAME_OR_END : Expect.VALUE_OR_END;
  }

  private void close(boolean object) {
    boolean allowed =
        depth > 0
            && inObject() == object
            && (expect == Expect.COMMA_OR_END
                || expect == (object ? Expect.NAME_OR_END : Expect.VALUE_OR_END));
    require(allowed);
    if (allowed && --depth == 0) {
      state = State.WHOLE;
    }
    expect = Expect.COMMA_OR_END;
  }
}
