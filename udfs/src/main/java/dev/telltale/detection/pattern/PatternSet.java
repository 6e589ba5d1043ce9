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
 * character. It may tell a match where there is none, never the other way round. Not thread-safe.
 */
final class PatternSet {
  private static final int[] NONE = {};

  private final List<Integer> numbers;
  private final List<Trigger> triggers;
  private final SetProgram program = new SetProgram();
  private final CharacterTypes types;
  private final BitSet[] reads;
  private final int[][] behind;

  /** Where patterns stand behind their first character, by the type of that. */
  private final int[][] starts;

  private final int[][] startOutputs;

  /** The first type with which the same patterns begin. */
  private final int[] like;

  /** The same behind their second one, by both types; worked out when needed. */
  private final int[][][] seconds;

  private final int[][][] secondOutputs;
  private final Collected collected;

  /**
   * Where matching stands behind one more character, and what has matched with it. Where it stands
   * because any pattern can begin with that character goes without saying.
   *
   * @param type of the character, or of the first with which the same patterns begin
   * @param positions the others, ascending
   * @param outputs ascending; twice the number of a trigger, and one more if its match ended one
   *     character earlier
   */
  record Step(int type, int[] positions, int[] outputs) {
    /** Positions are near to one another: a small factor would make many the same. */
    private static final int SPREAD = 0x9E3779B1;

    @Override
    public boolean equals(Object other) {
      return other instanceof Step step
          && type == step.type
          && Arrays.equals(positions, step.positions)
          && Arrays.equals(outputs, step.outputs);
    }

    @Override
    public int hashCode() {
      int hash = type;
      for (int position : positions) {
        hash = hash * SPREAD + position;
      }
      for (int output : outputs) {
        hash = hash * SPREAD + output;
      }
      return hash ^ hash >>> 15;
    }
  }

  /**
   * Puts triggers together.
   *
   * @param numbers what each is called in outputs
   */
  PatternSet(List<Integer> numbers, List<Trigger> triggers) {
    this.numbers = List.copyOf(numbers);
    this.triggers = List.copyOf(triggers);
    for (int i = 0; i < numbers.size(); i++) {
      int output = numbers.get(i) * 2;
      for (PatternEdges.Edged pattern : triggers.get(i).patterns()) {
        program.add(pattern.node(), output + (pattern.behind() ? 1 : 0));
      }
    }
    reads = new BitSet[program.size()];
    behind = new int[program.size()][];
    types = read();
    collected = new Collected(reads.length);
    starts = new int[types.count()][];
    startOutputs = new int[types.count()][];
    like = new int[types.count()];
    int[] begin = program.begin();
    for (int type = 0; type < starts.length; type++) {
      collected.clear();
      pass(begin, type);
      starts[type] = collected.positions();
      startOutputs[type] = collected.outputs();
      int same = 0;
      while (!Arrays.equals(starts[same], starts[type])) {
        same++;
      }
      like[type] = same;
    }
    seconds = new int[types.count()][types.count()][];
    secondOutputs = new int[types.count()][types.count()][];
  }

  /** Whether some patterns alone lead to at most so many states, in texts of usual characters. */
  static boolean isSmall(List<PatternEdges.Edged> patterns, int limit) {
    Trigger trigger = new Trigger(patterns, false, List.of(), Set.of());
    PatternSet set = new PatternSet(List.of(0), List.of(trigger));
    Set<Step> seen = new HashSet<>();
    Deque<Step> open = new ArrayDeque<>();
    open.add(set.begin());
    while (!open.isEmpty()) {
      Step from = open.poll();
      for (int type : set.types.usual()) {
        Step to = set.step(from, type);
        if (seen.add(to)) {
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

  /** Before the first character. */
  Step begin() {
    return new Step(like[types.of('\n')], NONE, NONE);
  }

  /** One character further. */
  Step step(Step from, int type) {
    if (seconds[from.type()][type] == null) {
      collected.clear();
      collected.leaveOut(starts[type]);
      pass(starts[from.type()], type);
      seconds[from.type()][type] = collected.positions();
      secondOutputs[from.type()][type] = collected.outputs();
    }
    collected.clear();
    collected.leaveOut(starts[type]);
    collected.addOutputs(startOutputs[type]);
    collected.add(seconds[from.type()][type]);
    collected.addOutputs(secondOutputs[from.type()][type]);
    pass(from.positions(), type);
    return new Step(like[type], collected.positions(), collected.outputs());
  }

  private void pass(int[] from, int type) {
    for (int position : from) {
      if (reads[position].get(type)) {
        for (int next : behind[position]) {
          if (next >= 0) {
            collected.add(next);
          } else {
            collected.addOutput(~next);
          }
        }
      }
    }
  }

  /** Sets of positions and outputs, reused. */
  private static final class Collected {
    private final int[] marks;
    private int mark;
    private int[] positions = new int[64];
    private int positionCount;
    private int[] outputs = new int[16];
    private int outputCount;

    Collected(int size) {
      marks = new int[size];
    }

    void clear() {
      mark++;
      positionCount = 0;
      outputCount = 0;
    }

    void leaveOut(int[] some) {
      for (int position : some) {
        marks[position] = mark;
      }
    }

    void add(int[] some) {
      for (int position : some) {
        add(position);
      }
    }

    void add(int position) {
      if (marks[position] == mark) {
        return;
      }
      marks[position] = mark;
      if (positionCount == positions.length) {
        positions = Arrays.copyOf(positions, positionCount * 2);
      }
      positions[positionCount++] = position;
    }

    void addOutputs(int[] some) {
      for (int output : some) {
        addOutput(output);
      }
    }

    void addOutput(int output) {
      for (int i = 0; i < outputCount; i++) {
        if (outputs[i] == output) {
          return;
        }
      }
      if (outputCount == outputs.length) {
        outputs = Arrays.copyOf(outputs, outputCount * 2);
      }
      outputs[outputCount++] = output;
    }

    int[] positions() {
      return sorted(positions, positionCount);
    }

    int[] outputs() {
      return sorted(outputs, outputCount);
    }

    private static int[] sorted(int[] some, int count) {
      if (count == 0) {
        return NONE;
      }
      int[] found = Arrays.copyOf(some, count);
      Arrays.sort(found);
      return found;
    }
  }
}
