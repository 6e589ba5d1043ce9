package dev.telltale.detection.pattern;

import java.util.BitSet;
import java.util.Locale;

/**
 * One character out of a set, as RE2 syntax writes it. Members are ASCII; each from {@link
 * #BEYOND_ASCII} to 255 stands for everything beyond ASCII, those above 255 for themselves. The set
 * is not to be changed.
 *
 * @param hasKelvin whether the sign for Kelvin is a member, which RE2 takes for a k where case does
 *     not count
 * @param hasLongS whether the long s is, which it takes for an s
 */
record CharClass(BitSet set, boolean hasKelvin, boolean hasLongS) implements Node {
  /** The first member that stands for all characters beyond ASCII. */
  static final int BEYOND_ASCII = 0x80;

  static final char KELVIN = '\u212A';
  static final char LONG_S = '\u017F';

  /** How many numbers {@link #index} gives. */
  static final int INDICES = BEYOND_ASCII + 3;

  private static final int SIZE = 256;

  CharClass(BitSet set) {
    this(set, set.get(BEYOND_ASCII), set.get(BEYOND_ASCII));
  }

  /** A number for all characters that no class tells apart. */
  static int index(char c) {
    if (c < BEYOND_ASCII) {
      return c;
    }
    return c == KELVIN ? BEYOND_ASCII + 1 : c == LONG_S ? BEYOND_ASCII + 2 : BEYOND_ASCII;
  }

  /** Whether characters with that {@link #index} are members. */
  boolean hasIndex(int index) {
    return switch (index) {
      case BEYOND_ASCII + 1 -> hasKelvin;
      case BEYOND_ASCII + 2 -> hasLongS;
      default -> set.get(index);
    };
  }

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
    return new CharClass(others, !hasKelvin, !hasLongS);
  }

  CharClass or(CharClass other) {
    BitSet both = (BitSet) set.clone();
    both.or(other.set);
    return new CharClass(both, hasKelvin || other.hasKelvin, hasLongS || other.hasLongS);
  }

  CharClass withFoldedCase() {
    BitSet folded = (BitSet) set.clone();
    for (int c = 'a'; c <= 'z'; c++) {
      if (set.get(c) || set.get(c - 32)) {
        folded.set(c);
        folded.set(c - 32);
      }
    }
    return new CharClass(folded, hasKelvin || folded.get('k'), hasLongS || folded.get('s'));
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
