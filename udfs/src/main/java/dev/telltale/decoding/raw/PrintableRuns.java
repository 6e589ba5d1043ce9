package dev.telltale.decoding.raw;

/**
 * The text in bytes that are not text: runs of at least six bytes of printable ASCII and UTF-8
 * letters, and of at least six characters of printable ASCII in UTF-16 of either byte order.
 */
public final class PrintableRuns {
  private static final int MIN_LENGTH = 6;

  private final byte[] bytes;
  private final int end;
  private final StringBuilder runs = new StringBuilder();

  private PrintableRuns(byte[] bytes, int end) {
    this.bytes = bytes;
    this.end = end;
  }

  /** The runs in their order, one per line; empty if there is none. */
  public static String of(byte[] bytes, int from, int length) {
    PrintableRuns reader = new PrintableRuns(bytes, from + length);
    reader.read(from);
    return reader.runs.toString();
  }

  private void read(int from) {
    int i = from;
    while (i < end) {
      int next = utf16Run(i, 0);
      next = next == i ? utf16Run(i, 1) : next;
      next = next == i ? utf8Run(i) : next;
      i = next == i ? i + 1 : next;
    }
  }

  /**
   * @param ascii which byte of a pair holds the character: 0 for little endian
   * @return the end of the run that starts at {@code from}, or {@code from}
   */
  private int utf16Run(int from, int ascii) {
    int i = from;
    while (i + 1 < end && isPrintable(bytes[i + ascii]) && bytes[i + 1 - ascii] == 0) {
      i += 2;
    }
    if (i - from < 2 * MIN_LENGTH) {
      return from;
    }
    startRun();
    for (int at = from; at < i; at += 2) {
      runs.append((char) bytes[at + ascii]);
    }
    return i;
  }

  /** As {@link #utf16Run}, but what is too short is passed over, not read again. */
  private int utf8Run(int from) {
    int start = runs.length();
    int i = from;
    while (i < end) {
      if (isPrintable(bytes[i])) {
        runs.append((char) bytes[i++]);
        continue;
      }
      int length = letterLength(i);
      if (length == 0) {
        break;
      }
      i += length;
    }
    if (i - from < MIN_LENGTH) {
      runs.setLength(start);
    } else if (start > 0) {
      runs.insert(start, '\n');
    }
    return i;
  }

  private void startRun() {
    if (!runs.isEmpty()) {
      runs.append('\n');
    }
  }

  /** Appends the letter or digit beyond ASCII that starts here; 0 if none does. */
  private int letterLength(int at) {
    int lead = bytes[at] & 0xff;
    int length = lead >= 0xc2 && lead < 0xe0 ? 2 : lead >= 0xe0 && lead < 0xf0 ? 3 : 0;
    length = lead >= 0xf0 && lead < 0xf5 ? 4 : length;
    if (length == 0 || at + length > end) {
      return 0;
    }
    int point = lead & (0xff >> (length + 1));
    for (int i = 1; i < length; i++) {
      int next = bytes[at + i] & 0xff;
      if ((next & 0xc0) != 0x80) {
        return 0;
      }
      point = (point << 6) | (next & 0x3f);
    }
    boolean minimal = length == 2 || (length == 3 ? point >= 0x800 : point >= 0x10000);
    if (!minimal || !Character.isLetterOrDigit(point)) {
      return 0;
    }
    runs.appendCodePoint(point);
    return length;
  }

  private static boolean isPrintable(byte b) {
    return (b >= 0x20 && b < 0x7f) || b == '\t';
  }
}
