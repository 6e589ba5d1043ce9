package dev.telltale.framing;

import dev.telltale.fault.FaultKind;
import dev.telltale.limit.Limits;
import dev.telltale.unpacking.charset.TextBytes;
import dev.telltale.value.JsonParser;
import dev.telltale.value.MalformedJson;

/**
 * Judges by its first bytes whether a stream is one of JSON values. Lines of values are weighed
 * against lines of other text, because logs mix them and because text often starts with a bracket.
 */
final class JsonHead {
  private final byte[] bytes;
  private final int from;
  private final int to;
  private final boolean whole;
  private final Limits limits;
  private final JsonBoundary boundary = new JsonBoundary();
  private int jsonLines;
  private int textLines;

  /**
   * @param whole whether these bytes are all there is
   */
  JsonHead(byte[] bytes, int from, int length, boolean whole, Limits limits) {
    this.bytes = bytes;
    this.from = from;
    this.to = from + length;
    this.whole = whole;
    this.limits = limits;
  }

  /** Whether the first value starts as a JSON object, whatever becomes of it. */
  boolean startsAsObject() {
    return objectAt(pass(from));
  }

  private boolean objectAt(int index) {
    if (index >= to || bytes[index] != '{') {
      return false;
    }
    int next = index + 1;
    while (next < to && space(bytes[next])) {
      next++;
    }
    return next >= to || bytes[next] == '"' || bytes[next] == '}';
  }

  boolean isJson() {
    int at = pass(from);
    while (at < to) {
      at = pass(bytes[at] == '{' || bytes[at] == '[' ? value(at) : line(at));
    }
    return jsonLines > 0 && jsonLines >= textLines;
  }

  /** Weighs a value and returns the index after it. */
  private int value(int start) {
    boundary.reset();
    int end = boundary.scan(bytes, start, to);
    if (boundary.state() == JsonBoundary.State.WHOLE) {
      if (bytes[start] == '[' && (!endsValue(end) || !parses(start, end))) {
        textLines++;
        return lineEnd(end);
      }
      jsonLines += 1 + newlines(start, end);
      return end;
    }
    if (boundary.state() == JsonBoundary.State.OPEN) {
      jsonLines += 1 + newlines(start, to);
      return to;
    }
    if (objectAt(start)) {
      jsonLines++;
    } else {
      textLines++;
    }
    return lineEnd(start);
  }

  private int line(int start) {
    int end = lineEnd(start);
    int last = end;
    while (last > start && space(bytes[last - 1])) {
      last--;
    }
    boolean neutral =
        JsonScalar.is(bytes, start, last)
            || (end == to && !whole)
            || (jsonLines > 0 && "}],\"".indexOf(bytes[start]) >= 0);
    textLines += neutral ? 0 : 1;
    return end;
  }

  /** Whether nothing but a new value or a line end follows a value. */
  private boolean endsValue(int index) {
    int at = index;
    while (at < to && (bytes[at] == ' ' || bytes[at] == '\t' || bytes[at] == '\r')) {
      at++;
    }
    return at == to
        || bytes[at] == '\n'
        || bytes[at] == '{'
        || bytes[at] == '['
        || bytes[at] == TextBytes.RECORD_SEPARATOR;
  }

  private boolean parses(int start, int end) {
    try {
      new JsonParser(limits).parse(bytes, start, end - start);
      return true;
    } catch (MalformedJson broken) {
      return broken.kind() != FaultKind.JSON_SYNTAX;
    }
  }

  private int newlines(int start, int end) {
    int count = 0;
    for (int i = start; i < end; i++) {
      count += bytes[i] == '\n' ? 1 : 0;
    }
    return count;
  }

  private int lineEnd(int start) {
    int end = RunEnd.LINE.find(bytes, start, to);
    return end < 0 ? to : end;
  }

  private int pass(int index) {
    int i = index;
    while (i < to) {
      if (JsonFrames.separator(bytes[i])) {
        i++;
      } else if (i + 3 <= to
          && bytes[i] == (byte) 0xef
          && bytes[i + 1] == (byte) 0xbb
          && bytes[i + 2] == (byte) 0xbf) {
        i += 3;
      } else {
        break;
      }
    }
    return i;
  }

  private static boolean space(byte b) {
    return b == ' ' || b == '\n' || b == '\r' || b == '\t';
  }
}
