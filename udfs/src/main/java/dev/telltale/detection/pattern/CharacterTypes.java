package dev.telltale.detection.pattern;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Characters that no set of some distinguishes are one type. In a set of at most 256 bits each bit
 * from 0x80 stands for all that is beyond ASCII; higher bits stand for themselves.
 */
final class CharacterTypes {
  private static final int BEYOND = CharClass.BEYOND_ASCII;

  /** What RE2, or a change to lower case, takes for an ASCII letter. */
  private static final char KELVIN = '\u212A';

  private static final char LONG_S = '\u017F';
  private static final char DOTTED_I = '\u0130';

  private final short[] types = new short[1 << 16];
  private final BitSet[] members;
  private final int count;
  private final int countOfAscii;

  CharacterTypes(List<BitSet> sets) {
    Map<BitSet, Short> known = new HashMap<>();
    BitSet named = named(sets);
    for (int c = 0; c < BEYOND; c++) {
      types[c] = type(sets, (char) c, known);
    }
    countOfAscii = known.size();
    short other = type(sets, Character.MAX_VALUE, known);
    for (int c = BEYOND; c < types.length; c++) {
      types[c] = named.get(c) ? type(sets, (char) c, known) : other;
    }
    count = known.size();
    members = new BitSet[sets.size()];
    for (int i = 0; i < members.length; i++) {
      members[i] = new BitSet(count);
    }
    known.forEach((within, type) -> within.stream().forEach(set -> members[set].set(type)));
  }

  /** All others are the same to every set. */
  private static BitSet named(List<BitSet> sets) {
    BitSet named = new BitSet(1 << 16);
    named.set(0, 2 * BEYOND);
    named.set(KELVIN);
    named.set(LONG_S);
    named.set(DOTTED_I);
    sets.forEach(named::or);
    return named;
  }

  private static short type(List<BitSet> sets, char c, Map<BitSet, Short> known) {
    BitSet within = new BitSet(sets.size());
    for (int i = 0; i < sets.size(); i++) {
      within.set(i, has(sets.get(i), c));
    }
    return known.computeIfAbsent(within, key -> (short) known.size());
  }

  /** By UTF-16 unit. */
  short[] table() {
    return types;
  }

  int count() {
    return count;
  }

  /** The types below this are those of ASCII. */
  int countOfAscii() {
    return countOfAscii;
  }

  int of(char c) {
    return types[c];
  }

  /** The types of ASCII, and that of most others. */
  int[] usual() {
    return IntStream.concat(IntStream.range(0, BEYOND), IntStream.of(Character.MAX_VALUE))
        .map(c -> types[c])
        .distinct()
        .toArray();
  }

  /** The types of a set's characters. */
  BitSet members(int set) {
    return members[set];
  }

  private static boolean has(BitSet set, char c) {
    return switch (c) {
      case KELVIN -> set.get(BEYOND) || set.get('k') || set.get('K') || set.get(c);
      case LONG_S -> set.get(BEYOND) || set.get('s') || set.get('S') || set.get(c);
      case DOTTED_I -> set.get(BEYOND) || set.get('i') || set.get('I') || set.get(c);
      default -> set.get(c) || (c >= BEYOND && set.get(BEYOND));
    };
  }
}
