package dev.telltale.unpacking.compression;

import java.io.IOException;

/** A canonical prefix code, read from its code lengths. */
final class HuffmanTable {
  private static final int MAX_LENGTH = 20;

  private final int[] limit = new int[MAX_LENGTH + 2];
  private final int[] base = new int[MAX_LENGTH + 2];
  private final int[] symbols;
  private int shortest;
  private int longest;

  HuffmanTable(int max) {
    symbols = new int[max];
  }

  /** Sets the code; lengths are from 1 to 20. */
  void set(byte[] lengths, int count) {
    shortest = MAX_LENGTH;
    longest = 1;
    int[] counts = new int[MAX_LENGTH + 1];
    for (int i = 0; i < count; i++) {
      counts[lengths[i]]++;
      shortest = Math.min(shortest, lengths[i]);
      longest = Math.max(longest, lengths[i]);
    }
    int at = 0;
    for (int length = shortest; length <= longest; length++) {
      for (int i = 0; i < count; i++) {
        if (lengths[i] == length) {
          symbols[at++] = i;
        }
      }
    }
    int code = 0;
    int before = 0;
    for (int length = shortest; length <= longest; length++) {
      base[length] = before - code;
      code += counts[length];
      before += counts[length];
      limit[length] = code;
      code <<= 1;
    }
  }

  /** The next symbol, or -1 if the bits are no code. */
  int next(BitSource in) throws IOException {
    int length = shortest;
    int code = in.bits(length);
    while (code >= limit[length]) {
      if (length == longest) {
        return -1;
      }
      length++;
      code = code << 1 | in.bits(1);
    }
    int index = base[length] + code;
    return index >= 0 && index < symbols.length ? symbols[index] : -1;
  }
}
