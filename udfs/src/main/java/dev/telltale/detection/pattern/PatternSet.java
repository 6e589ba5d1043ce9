package dev.telltale.detection.pattern;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The triggers of many rules as one nondeterministic automaton without empty steps (Glushkov, "The
 * abstract theory of automata", Russian Mathematical Surveys 1961). Matches can begin at every
 * character. It may tell a match where there is none, never the other way round. Immutable.
 */
final class PatternSet {
  private static final int[] NONE = {};

  private final List<Integer> numbers;
  private final List<List<PatternEdges.Edged>> triggers;
  private final SetProgram program = new SetProgram();
  private final CharacterTypes types;
  private final BitSet[] reads;
  private final int[][] behind;
  private final Step[] starts;

  /**
   * Where matching stands behind one more character, and what has matched with it.
   *
   * @param positions ascending
   * @param outputs ascending; twice the number of a trigger, and one more if its match ended one
   *     character earlier
   */
  record Step(int[] positions, int[] outputs) {}

  /**
   * Puts triggers together.
   *
   * @param numbers what each is called in outputs
   */
  PatternSet(List<Integer> numbers, List<List<PatternEdges.Edged>> triggers) {
    this.numbers = List.copyOf(numbers);
    this.triggers = List.copyOf(triggers);
    for (int i = 0; i < numbers.size(); i++) {
      int output = numbers.get(i) * 2;
      for (PatternEdges.Edged pattern : triggers.get(i)) {
        program.add(pattern.node(), output + (pattern.behind() ? 1 : 0));
      }
    }
    reads = new BitSet[program.size()];
    behind = new int[program.size()][];
    types = read();
    starts = new Step[types.count()];
    int[] begin = program.begin();
    for (int type = 0; type < starts.length; type++) {
      starts[type] = step(begin, type, null);
    }
  }

  /** Whether some patterns alone lead to at most so many states, in texts of usual characters. */
  static boolean isSmall(List<PatternEdges.Edged> patterns, int limit) {
    PatternSet set = new PatternSet(List.of(0), List.of(patterns));
    Set<List<Integer>> seen = new HashSet<>();
    Deque<int[]> open = new ArrayDeque<>();
    open.add(NONE);
    while (!open.isEmpty()) {
      int[] from = open.poll();
      for (int type : set.types.usual()) {
        int[] to = set.step(from, type).positions();
        if (seen.add(Arrays.stream(to).boxed().toList())) {
          open.add(to);
        }
        if (seen.size() > limit) {
          return false;
        }
      }
    }
    return true;
  }

  private CharacterTypes read() {
    Map<BitSet, Integer> sets = new HashMap<>();
    List<BitSet> ordered = new ArrayList<>();
    for (int i = 0; i < reads.length; i++) {
      BitSet set = program.set(i);
      if (set != null && sets.putIfAbsent(set, ordered.size()) == null) {
        ordered.add(set);
      }
    }
    CharacterTypes found = new CharacterTypes(ordered);
    for (int i = 0; i < reads.length; i++) {
      if (program.set(i) != null) {
        reads[i] = found.members(sets.get(program.set(i)));
        behind[i] = program.behind(i);
      }
    }
    return found;
  }

  CharacterTypes types() {
    return types;
  }

  /** How many triggers there are. */
  int size() {
    return numbers.size();
  }

  int number(int i) {
    return numbers.get(i);
  }

  /** The triggers from one index to another. */
  PatternSet part(int from, int to) {
    return new PatternSet(numbers.subList(from, to), triggers.subList(from, to));
  }

  /** One character further. */
  Step step(int[] from, int type) {
    return step(from, type, starts[type]);
  }

  private Step step(int[] from, int type, Step start) {
    BitSet positions = new BitSet(reads.length);
    BitSet outputs = new BitSet();
    if (start != null) {
      add(start.positions(), positions);
      add(start.outputs(), outputs);
    }
    for (int position : from) {
      if (reads[position].get(type)) {
        for (int next : behind[position]) {
          if (next >= 0) {
            positions.set(next);
          } else {
            outputs.set(~next);
          }
        }
      }
    }
    return new Step(list(positions), list(outputs));
  }

  private static void add(int[] numbers, BitSet set) {
    for (int number : numbers) {
      set.set(number);
    }
  }

  private static int[] list(BitSet set) {
    int[] found = set.isEmpty() ? NONE : new int[set.cardinality()];
    int at = 0;
    for (int i = set.nextSetBit(0); i >= 0; i = set.nextSetBit(i + 1)) {
      found[at++] = i;
    }
    return found;
  }
}
