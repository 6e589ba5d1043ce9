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
 * character. It may report a match where there is none, never the other way round: edges count as
 * met and long bounded repeats as unbounded. Not thread-safe.
 */
final class GlushkovNfa {
  private static final int MAX_BOUND = 100;
  private static final int[] NONE = {};

  private final List<Integer> numbers;
  private final List<Trigger> triggers;
  private final CharacterTypes types;
  private final BitSet[] reads;

  /** What can follow a position: others, and outputs as their complements. */
  private final int[][] follow;

  /** Where patterns stand after their first character, by the type of that. */
  private final int[][] starts;

  private final int[][] startOutputs;

  /** The first type with which the same patterns begin. */
  private final int[] like;

  /** The same after their second one, by both types; worked out when needed. */
  private final int[][][] seconds;

  private final int[][][] secondOutputs;
  private final StepCollector collected;

  /**
   * Where matching stands after one more character, and what has matched with it. Where it stands
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
  GlushkovNfa(List<Integer> numbers, List<Trigger> triggers) {
    this.numbers = List.copyOf(numbers);
    this.triggers = List.copyOf(triggers);
    ProgramCompiler compiler = new ProgramCompiler(MAX_BOUND, Integer.MAX_VALUE);
    for (int i = 0; i < numbers.size(); i++) {
      int output = numbers.get(i) * 2;
      for (PatternEdges.Edged pattern : triggers.get(i).patterns()) {
        compiler.add(pattern.node(), output + (pattern.hasNext() ? 1 : 0));
      }
    }
    NfaProgram program = compiler.program();
    FollowSets sets = new FollowSets(program);
    reads = new BitSet[program.size()];
    follow = new int[program.size()][];
    types = read(program, sets);
    collected = new StepCollector(reads.length);
    starts = new int[types.count()][];
    startOutputs = new int[types.count()][];
    like = new int[types.count()];
    int[] begin = sets.begin();
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
    Trigger trigger = new Trigger(patterns, false);
    GlushkovNfa nfa = new GlushkovNfa(List.of(0), List.of(trigger));
    Set<Step> seen = new HashSet<>();
    Deque<Step> open = new ArrayDeque<>();
    open.add(nfa.begin());
    int[] usual = nfa.types.usual();
    while (!open.isEmpty()) {
      Step from = open.poll();
      for (int type : usual) {
        Step to = nfa.step(from, type);
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

  private CharacterTypes read(NfaProgram program, FollowSets sets) {
    Map<CharClass, Integer> numbered = new HashMap<>();
    List<BitSet> ordered = new ArrayList<>();
    for (CharClass read : program.classes()) {
      if (read != null && numbered.putIfAbsent(read, ordered.size()) == null) {
        ordered.add(read.set());
      }
    }
    CharacterTypes found = new CharacterTypes(ordered);
    for (int i = 0; i < reads.length; i++) {
      CharClass read = program.classes()[i];
      if (read != null) {
        reads[i] = found.members(numbered.get(read));
        follow[i] = sets.after(i);
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
  GlushkovNfa part(int from, int to) {
    return new GlushkovNfa(numbers.subList(from, to), triggers.subList(from, to));
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
        for (int next : follow[position]) {
          if (next >= 0) {
            collected.add(next);
          } else {
            collected.addOutput(~next);
          }
        }
      }
    }
  }
}
