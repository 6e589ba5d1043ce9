package dev.telltale.unpacking.archive;

import dev.telltale.unpacking.layer.Source;

/**
 * What the extended header of a pax archive says about how the next entry is laid out ("pax
 * Extended Header": records of {@code length key=value}).
 *
 * @param size bytes of the entry, in place of what its header says; -1 if nothing is said
 * @param sparse whether the data starts with a map of holes (GNU sparse 1.0 and earlier)
 */
record PaxRecords(long size, boolean sparse) {
  static final PaxRecords NONE = new PaxRecords(-1, false);

  /** Reads records that are held. What is no record ends the reading. */
  static PaxRecords read(Source in, int bytes) {
    long size = -1;
    boolean sparse = false;
    int at = 0;
    while (at < bytes) {
      int key = at;
      int length = 0;
      while (key < bytes && in.at(key) >= '0' && in.at(key) <= '9' && length <= bytes) {
        length = length * 10 + in.at(key++) - '0';
      }
      int end = at + length;
      if (key == at || end > bytes || end <= key || in.at(key++) != ' ') {
        break;
      }
      sparse |= startsWith(in, key, end, "GNU.sparse.");
      if (startsWith(in, key, end, "size=")) {
        size = decimal(in, key + 5, end - 1);
      }
      at = end;
    }
    return new PaxRecords(size, sparse);
  }

  private static boolean startsWith(Source in, int from, int to, String text) {
    if (to - from < text.length()) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      if (in.at(from + i) != text.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private static long decimal(Source in, int from, int to) {
    long value = 0;
    for (int i = from; i < to; i++) {
      int digit = in.at(i) - '0';
      if (digit < 0 || digit > 9 || value > Long.MAX_VALUE / 100) {
        return -1;
      }
      value = value * 10 + digit;
    }
    return from < to ? value : -1;
  }
}
