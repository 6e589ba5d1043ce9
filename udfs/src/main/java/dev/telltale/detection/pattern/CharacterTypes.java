package dev.telltale.detection.pattern;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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

  private static final int LOW = 2 * BEYOND;

  private final short[] low = new short[LOW];
  private final Map<Character, Short> named = new HashMap<>();
  private final short other;
  private final BitSet[] members;
  private final int count;
  private final int countOfAscii;
  private volatile short[] table;

  CharacterTypes(List<BitSet> sets) {
    Map<BitSet, Short> known = new HashMap<>();
    for (int c = 0; c < BEYOND; c++) {
      low[c] = type(sets, (char) c, known);
    }
    countOfAscii = known.size();
    other = type(sets, Character.MAX_VALUE, known);
    BitSet standing = named(sets);
    for (int c = standing.nextSetBit(BEYOND); c >= 0; c = standing.nextSetBit(c + 1)) {
      short type = type(sets, (char) c, known);
      if (c < LOW) {
        low[c] = type;
      } else {
        named.put((char) c, type);
      }
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
    BitSet named = new BitSet();
    named.set(0, LOW);
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

  /** By UTF-16 unit; made when it is asked for, since most patterns are only measured. */
  short[] table() {
    short[] all = table;
    if (all == null) {
      all = new short[1 << 16];
      System.arraycopy(low, 0, all, 0, LOW);
      Arrays.fill(all, LOW, all.length, other);
      for (Map.Entry<Character, Short> each : named.entrySet()) {
        all[each.getKey()] = each.getValue();
      }
      table = all;
    }
    return all;
  }

  int count() {
    return count;
  }

  /** The types below this are those of ASCII. */
  int countOfAscii() {
    return countOfAscii;
  }

  int of(char c) {
    return c < LOW ? low[c] : table()[c];
  }

  /** The types of ASCII, and that of most others. */
  int[] usual() {
    BitSet usual = new BitSet(count);
    for (int c = 0; c < BEYOND; c++) {
      usual.set(low[c]);
    }
    usual.set(other);
    return usual.stream().toArray();
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
