package dev.telltale.detection.pattern;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;

/**
 * Characters that no class of some distinguishes are one type, by their {@link CharClass#index}.
 * Small, where {@link CharacterTypes} distinguish characters beyond ASCII.
 */
final class AsciiTypes {
  private final short[] types = new short[CharClass.INDICES];
  private final int count;

  AsciiTypes(CharClass... classes) {
    List<CharClass> distinct = Arrays.stream(classes).filter(Objects::nonNull).distinct().toList();
    List<BitSet> members = new ArrayList<>();
    for (int c = 0; c < types.length; c++) {
      BitSet within = new BitSet(distinct.size());
      for (int i = 0; i < distinct.size(); i++) {
        within.set(i, distinct.get(i).hasIndex(c));
      }
      int known = members.indexOf(within);
      if (known < 0) {
        members.add(within);
      }
      types[c] = (short) (known < 0 ? members.size() - 1 : known);
    }
    count = members.size();
  }

  int count() {
    return count;
  }

  int of(char c) {
    return types[CharClass.index(c)];
  }

  /** By type, whether its characters are members of a class. */
  boolean[] members(CharClass read) {
    boolean[] members = new boolean[count];
    for (int c = 0; c < types.length; c++) {
      members[types[c]] |= read.hasIndex(c);
    }
    return members;
  }
}
