package dev.telltale.framing;

/**
 * Finds where a JSON value may start again after something broken: at a <code>{</code> or <code>[
 * </code> that is first on its line, or at a <code>{</code> right after a <code>}</code>.
 */
final class Resync implements RunEnd {
  private boolean lineStart;
  private boolean afterObject;

  /** Takes up the search at an index; the bytes before it are only looked back on. */
  Resync(byte[] bytes, int from, int index) {
    int i = index - 1;
    afterObject = i >= from && bytes[i] == '}';
    while (i >= from && blank(bytes[i])) {
      i--;
    }
    lineStart = i >= from && bytes[i] == '\n';
  }

  @Override
  public int find(byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      byte b = bytes[i];
      if ((b == '{' && (lineStart || afterObject)) || (b == '[' && lineStart)) {
        return i;
      }
      lineStart = b == '\n' || (lineStart && blank(b));
      afterObject = b == '}';
    }
    return -1;
  }

  private static boolean blank(byte b) {
    return b == ' ' || b == '\t' || b == '\r';
  }
}
