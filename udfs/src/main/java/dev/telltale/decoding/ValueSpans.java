package dev.telltale.decoding;

/**
 * Cuts bytes that lay inside a record into JSON values and lines: a value runs from an opening
 * brace or bracket to the one that closes it, with or without anything between values; everything
 * else is lines. An opening that nothing closes is a line as well.
 */
final class ValueSpans {
  /** Gets each span in order. */
  interface Spans {
    /** Whether the span was a value; if not, its bytes come again as lines. */
    boolean value(int from, int length);

    void line(int from, int length);
  }

  private final byte[] bytes;
  private final Spans spans;

  ValueSpans(byte[] bytes, Spans spans) {
    this.bytes = bytes;
    this.spans = spans;
  }

  void cut() {
    int at = 0;
    while (at < bytes.length) {
      if (isSpace(bytes[at])) {
        at++;
        continue;
      }
      boolean opens = bytes[at] == '{' || bytes[at] == '[';
      int end = opens ? valueEnd(at) : -1;
      if (end < 0 || !spans.value(at, end - at)) {
        end = lineEnd(at);
        int last = end > at && bytes[end - 1] == '\r' ? end - 1 : end;
        spans.line(at, last - at);
      }
      at = end;
    }
  }

  private static boolean isSpace(byte b) {
    return b == ' ' || b == '\t' || b == '\n' || b == '\r' || b == 0x1e;
  }

  private int lineEnd(int from) {
    int i = from;
    while (i < bytes.length && bytes[i] != '\n') {
      i++;
    }
    return i;
  }

  private int valueEnd(int from) {
    int depth = 0;
    boolean quoted = false;
    for (int i = from; i < bytes.length; i++) {
      byte b = bytes[i];
      if (quoted) {
        i += b == '\\' ? 1 : 0;
        quoted = b != '"';
      } else if (b == '"') {
        quoted = true;
      } else if (b == '{' || b == '[') {
        depth++;
      } else if ((b == '}' || b == ']') && --depth == 0) {
        return i + 1;
      }
    }
    return -1;
  }
}
