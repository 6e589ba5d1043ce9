package dev.telltale.detection.pattern;

import java.util.Arrays;

/**
 * What a program can read next without reading anything else: the reading instructions, and outputs
 * as their complements; ascending. Edges count as met. Not thread-safe.
 */
final class FollowSets {
  private final NfaProgram.Kind[] kinds;
  private final int[] next;
  private final int[] other;
  private final int[] entries;
  private final int[] marks;
  private int mark;
  private int[] found = new int[64];
  private int count;

  FollowSets(NfaProgram program) {
    kinds = program.kinds();
    next = program.next();
    other = program.other();
    entries = program.entries();
    marks = new int[kinds.length];
  }

  /** With which patterns begin. */
  int[] begin() {
    return from(entries);
  }

  /** After an instruction that has read. */
  int[] after(int instruction) {
    return from(next[instruction]);
  }

  private int[] from(int... instructions) {
    mark++;
    count = 0;
    for (int instruction : instructions) {
      reach(instruction);
    }
    return Arrays.stream(found, 0, count).sorted().distinct().toArray();
  }

  private void reach(int from) {
    int at = from;
    while (marks[at] != mark) {
      marks[at] = mark;
      switch (kinds[at]) {
        case READ -> {
          add(at);
          return;
        }
        case MATCH -> {
          add(~next[at]);
          return;
        }
        case EITHER -> {
          reach(next[at]);
          at = other[at];
        }
        default -> at = next[at];
      }
    }
  }

  private void add(int reached) {
    if (count == found.length) {
      found = Arrays.copyOf(found, count * 2);
    }
    found[count++] = reached;
  }
}
