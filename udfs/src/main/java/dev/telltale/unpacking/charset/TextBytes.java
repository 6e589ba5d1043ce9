package dev.telltale.unpacking.charset;

/** Tells text from other bytes by the bytes alone. */
public final class TextBytes {
  /** Stands in front of a JSON text in a sequence of them (RFC 7464). */
  public static final byte RECORD_SEPARATOR = 0x1e;

  private static final int HEAD = 64;

  private TextBytes() {}

  /** A control character that text does not use: not tab, line ends, form feed or escape. */
  static boolean control(int b) {
    return (b < 0x20 && b != '\t' && b != '\n' && b != '\r' && b != '\f' && b != 0x1b) || b == 0x7f;
  }

  /** Whether these bytes are no text: NULs, controls at the very start, or too many of them. */
  public static boolean binary(byte[] bytes, int from, int length) {
    int to = from + length;
    for (int i = from; i < to; i++) {
      if (bytes[i] == 0 || (i - from < HEAD && controlAt(bytes, i, to))) {
        return true;
      }
    }
    return controls(bytes, from, to) * 100L > length;
  }

  /** Whether controls are so few that text with some damage is the better guess. */
  public static boolean mostlyText(byte[] bytes, int from, int length) {
    return controls(bytes, from, from + length) * 50L <= length;
  }

  private static int controls(byte[] bytes, int from, int to) {
    int count = 0;
    for (int i = from; i < to; i++) {
      count += controlAt(bytes, i, to) ? 1 : 0;
    }
    return count;
  }

  /** A record separator in front of a JSON value is no control. */
  private static boolean controlAt(byte[] bytes, int index, int to) {
    int b = bytes[index] & 0xff;
    boolean separates =
        b == RECORD_SEPARATOR
            && index + 1 < to
            && (bytes[index + 1] == '{' || bytes[index + 1] == '[');
    return control(b) && !separates;
  }

  /** Whether these bytes are UTF-8 without controls; the last character may be cut. */
  public static boolean clean(byte[] bytes, int from, int length) {
    int i = from;
    int end = from + length;
    while (i < end) {
      int b = bytes[i] & 0xff;
      if (b < 0x80) {
        if (control(b)) {
          return false;
        }
        i++;
        continue;
      }
      int size = sequence(b);
      if (size < 2) {
        return false;
      }
      for (int k = 1; k < size && i + k < end; k++) {
        if (!continuation(bytes[i + k])) {
          return false;
        }
      }
      i += size;
    }
    return true;
  }

  public static boolean continuation(byte b) {
    return (b & 0xc0) == 0x80;
  }

  /** Bytes of the UTF-8 sequence that starts with this one; 0 if none does. */
  public static int sequence(int lead) {
    if (lead < 0x80) {
      return 1;
    }
    if (lead < 0xc2 || lead > 0xf4) {
      return 0;
    }
    return lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
  }
}
