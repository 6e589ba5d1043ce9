package dev.telltale.detection.pattern;

import java.util.BitSet;
import java.util.Locale;

/**
 * One character out of a set, as RE2 syntax writes it. Members are ASCII; each from {@link
 * #BEYOND_ASCII} to 255 stands for everything beyond ASCII, those above 255 for themselves. The set
 * is not to be changed.
 */
record CharClass(BitSet set) implements Node {
  /** The first member that stands for all characters beyond ASCII. */
  static final int BEYOND_ASCII = 0x80;

  private static final int SIZE = 256;

  static CharClass of(char c) {
    if (c >= BEYOND_ASCII) {
      throw new IllegalArgumentException("patterns are ASCII");
    }
    return ofRanges(c, c);
  }

  /** Of first and last members in turn. */
  static CharClass ofRanges(char... ends) {
    BitSet set = new BitSet(SIZE);
    for (int i = 0; i < ends.length; i += 2) {
      set.set(ends[i], ends[i + 1] + 1);
    }
    return new CharClass(set);
  }

  static CharClass any(boolean newline) {
    CharClass excluded = newline ? ofRanges() : of('\n');
    return excluded.negated();
  }

  /** What {@code \c} stands for. */
  static CharClass escaped(char c) {
    return switch (c) {
      case 'd' -> ofRanges('0', '9');
      case 'w' -> ofRanges('0', '9', 'A', 'Z', 'a', 'z', '_', '_');
      case 's' -> ofRanges('\t', '\n', '\f', '\r', ' ', ' ');
      case 'D', 'W', 'S' -> escaped(Character.toLowerCase(c)).negated();
      case 'n' -> of('\n');
      case 'r' -> of('\r');
      case 't' -> of('\t');
      default -> {
        if (Character.isLetterOrDigit(c)) {
          throw new IllegalArgumentException("escape not supported: \\" + c);
        }
        yield of(c);
      }
    };
  }

  CharClass negated() {
    BitSet others = (BitSet) set.clone();
    others.flip(0, SIZE);
    return new CharClass(others);
  }

  CharClass withFoldedCase() {
    BitSet folded = (BitSet) set.clone();
    for (int c = 'a'; c <= 'z'; c++) {
      if (set.get(c) || set.get(c - 32)) {
        folded.set(c);
        folded.set(c - 32);
      }
    }
    return new CharClass(folded);
  }

  boolean has(int member) {
    return set.get(member);
  }

  boolean isWithin(CharClass other) {
    BitSet rest = (BitSet) set.clone();
    rest.andNot(other.set);
    return rest.isEmpty();
  }

  /** Ranges of members in hexadecimal digits. */
  @Override
  public String toString() {
    StringBuilder out = new StringBuilder("[");
    for (int from = set.nextSetBit(0); from >= 0; ) {
      int to = set.nextClearBit(from) - 1;
      out.append(String.format(Locale.ROOT, "%02x", from));
      if (to > from) {
        out.append(String.format(Locale.ROOT, "-%02x", to));
      }
      from = set.nextSetBit(to + 1);
    }
    return out.append(']').toString();
  }
}
