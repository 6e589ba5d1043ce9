package dev.telltale.detection.pattern;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Patterns as instructions: read a character of a set, go on at several places, or note an output.
 * Edges count as met and long bounded repeats as unbounded.
 */
final class SetProgram {
  private static final int LARGEST_BOUND = 100;

  private final List<BitSet> sets = new ArrayList<>();
  private final List<int[]> targets = new ArrayList<>();
  private final List<Integer> begins = new ArrayList<>();

  /** Adds a pattern whose matches are told as {@code output}, which is not negative. */
  void add(Node node, int output) {
    begins.add(compile(node, instruction(null, ~output)));
  }

  int size() {
    return sets.size();
  }

  /** What the instruction reads; null when it reads nothing. */
  BitSet set(int instruction) {
    return sets.get(instruction);
  }

  /** The reading instructions, and each output as its complement, with which patterns begin. */
  int[] begin() {
    BitSet seen = new BitSet();
    List<Integer> found = new ArrayList<>();
    begins.forEach(begin -> reach(begin, seen, found));
    return sorted(found);
  }

  /** The same behind an instruction that has read. */
  int[] behind(int instruction) {
    List<Integer> found = new ArrayList<>();
    reach(targets.get(instruction)[0], new BitSet(), found);
    return sorted(found);
  }

  private static int[] sorted(List<Integer> found) {
    return found.stream().mapToInt(Integer::intValue).sorted().distinct().toArray();
  }

  private void reach(int from, BitSet seen, List<Integer> found) {
    if (seen.get(from)) {
      return;
    }
    seen.set(from);
    if (sets.get(from) != null) {
      found.add(from);
      return;
    }
    for (int target : targets.get(from)) {
      if (target < 0) {
        found.add(target);
      } else {
        reach(target, seen, found);
      }
    }
  }

  private int instruction(BitSet set, int... next) {
    sets.add(set);
    targets.add(next);
    return sets.size() - 1;
  }

  /** The instruction that starts the node and leads to {@code then}. */
  private int compile(Node node, int then) {
    if (node instanceof Node.Bytes bytes) {
      return instruction(bytes.set(), then);
    }
    if (node instanceof Node.Edge) {
      return then;
    }
    if (node instanceof Node.Capture capture) {
      return compile(capture.item(), then);
    }
    if (node instanceof Node.Choice choice) {
      return instruction(
          null, choice.options().stream().mapToInt(option -> compile(option, then)).toArray());
    }
    if (node instanceof Node.Sequence sequence) {
      int next = then;
      for (int i = sequence.items().size() - 1; i >= 0; i--) {
        next = compile(sequence.items().get(i), next);
      }
      return next;
    }
    return repeat((Node.Repeat) node, then);
  }

  private int repeat(Node.Repeat repeat, int then) {
    int next = then;
    if (repeat.max() == Node.UNBOUNDED || repeat.max() > LARGEST_BOUND) {
      next = instruction(null, then, then);
      targets.get(next)[0] = compile(repeat.item(), next);
    } else {
      for (int i = repeat.min(); i < repeat.max(); i++) {
        next = instruction(null, compile(repeat.item(), next), then);
      }
    }
    for (int i = 0; i < repeat.min(); i++) {
      next = compile(repeat.item(), next);
    }
    return next;
  }
}
