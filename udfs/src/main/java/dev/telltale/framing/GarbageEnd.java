package dev.telltale.framing;

import dev.telltale.unpacking.charset.TextBytes;

/**
 * Finds the end of bytes that start no JSON value: the line end, a record separator, or a <code>{
 * </code> that follows directly on a <code>}</code> or on bytes without one.
 */
final class GarbageEnd implements RunEnd {
  private boolean closed;
  private boolean afterObject;

  @Override
  public int find(byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      byte b = bytes[i];
      if (b == '\n' || b == TextBytes.RECORD_SEPARATOR || (b == '{' && (!closed || afterObject))) {
        return i;
      }
      afterObject = b == '}';
      closed |= afterObject;
    }
    return -1;
  }
}
