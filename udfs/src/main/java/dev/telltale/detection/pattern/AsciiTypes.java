package dev.telltale.detection.pattern;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;

/**
 * ASCII characters that no class of some distinguishes are one type; all others together are one
 * more. Small, where {@link CharacterTypes} distinguish characters beyond ASCII.
 */
final class AsciiTypes {
  private static final int BEYOND = CharClass.BEYOND_ASCII;

  private final byte[] types = new byte[BEYOND + 1];
  private final int count;

  AsciiTypes(CharClass... classes) {
    List<CharClass> distinct = Arrays.stream(classes).filter(Objects::nonNull).distinct().toList();
    List<BitSet> members = new ArrayList<>();
    for (int c = 0; c <= BEYOND; c++) {
      BitSet within = new BitSet(distinct.size());
      for (int i = 0; i < distinct.size(); i++) {
        within.set(i, distinct.get(i).has(c));
      }
      int known = members.indexOf(within);
      if (known < 0) {
        members.add(within);
      }
      types[c] = (byte) (known < 0 ? members.size() - 1 : known);
    }
    count = members.size();
  }

  int count() {
    return count;
  }

  int of(char c) {
    return types[Math.min(c, BEYOND)];
  }

  /** By type, whether its characters are members of a class. */
  boolean[] members(CharClass read) {
    boolean[] members = new boolean[count];
    for (int c = 0; c <= BEYOND; c++) {
      members[types[c]] |= read.has(c);
    }
    return members;
  }
}
