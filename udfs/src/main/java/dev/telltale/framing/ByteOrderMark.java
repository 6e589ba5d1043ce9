package dev.telltale.framing;

/** The UTF-8 byte order mark. */
final class ByteOrderMark {
  static final int BYTES = 3;

  private ByteOrderMark() {}

  /** Whether it stands at an index; the bytes must be held. */
  static boolean at(ByteWindow in, int index) {
    return in.at(index) == 0xef && in.at(index + 1) == 0xbb && in.at(index + 2) == 0xbf;
  }
}
