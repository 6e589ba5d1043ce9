package dev.telltale.detection.pattern;

import java.util.BitSet;

/** The character sets of RE2 syntax. */
final class ByteSets {
  private ByteSets() {}

  static BitSet of(char c) {
    if (c >= 0x80) {
      throw new IllegalArgumentException("patterns are ASCII");
    }
    BitSet set = new BitSet(256);
    set.set(c);
    return set;
  }

  static BitSet any(boolean newline) {
    BitSet set = new BitSet(256);
    set.set(0, 256);
    if (!newline) {
      set.clear('\n');
    }
    return set;
  }

  /** What {@code \c} stands for. */
  static BitSet escaped(char c) {
    BitSet set = new BitSet(256);
    switch (c) {
      case 'd', 'D' -> set.set('0', '9' + 1);
      case 'w', 'W' -> {
        set.set('0', '9' + 1);
        set.set('A', 'Z' + 1);
        set.set('a', 'z' + 1);
        set.set('_');
      }
      case 's', 'S' -> {
        for (char space : new char[] {'\t', '\n', '\f', '\r', ' '}) {
          set.set(space);
        }
      }
      case 'n' -> set.set('\n');
      case 'r' -> set.set('\r');
      case 't' -> set.set('\t');
      default -> {
        if (Character.isLetterOrDigit(c)) {
          throw new IllegalArgumentException("escape not supported: \\" + c);
        }
        set.set(c);
      }
    }
    if (c == 'D' || c == 'W' || c == 'S') {
      set.flip(0, 256);
    }
    return set;
  }

  static BitSet foldedCase(BitSet set) {
    BitSet folded = (BitSet) set.clone();
    for (int c = 'a'; c <= 'z'; c++) {
      if (set.get(c) || set.get(c - 32)) {
        folded.set(c);
        folded.set(c - 32);
      }
    }
    return folded;
  }
}
