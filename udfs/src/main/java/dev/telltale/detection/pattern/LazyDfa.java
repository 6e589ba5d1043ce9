package dev.telltale.detection.pattern;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Where a pattern can first end in a text: a deterministic automaton, built state by state as texts
 * need them (Thompson, "Regular expression search algorithm", CACM 1968; Cox, <a
 * href="https://swtch.com/~rsc/regexp/regexp1.html">Regular expression matching</a>). It may report
 * an end where no match is, never none where one is: word edges count as met, and long bounded
 * repeats as unbounded. Linear; not thread-safe.
 */
public final class LazyDfa {
  /** No match can end in the text. */
  public static final int NONE = -1;

  /** The automaton has grown too large to say. */
  public static final int UNKNOWN = -2;

  /** It has been built anew meanwhile, once. */
  private static final int RESTART = -3;

  private static final int MAX_STATES = 1_000;
  private static final int MAX_INSTRUCTIONS = 4_000;
  private static final int MAX_BOUND = 100;
  private static final int COARSE_BOUND = 3;
  private static final int MATCHED = 0;
  private static final int UNBUILT = -1;

  private final Node node;
  private final int maxLength;
  private PatternPositions positions;
  private AsciiTypes types;
  private int width;
  private final Map<Key, Integer> numbers = new HashMap<>();
  private int[][] sets;
  private boolean[] endsAtEnd;
  private int[] next;
  private int count;
  private int first;
  private int later;
  private int unbegun;
  private boolean coarse;
  private boolean overgrown;
  private int earliest;

  LazyDfa(Node node) {
    this.node = node;
    boolean ascii = !Widths.characters(node).has(CharClass.BEYOND_ASCII);
    maxLength = (int) Math.min(PatternShape.MAX_WIDTH, Widths.max(node) * (ascii ? 1 : 2));
    build(MAX_BOUND);
    if (overgrown) {
      overgrow();
    }
  }

  /** Starts over. */
  private void build(int maxBound) {
    ProgramCompiler compiler = new ProgramCompiler(maxBound, MAX_INSTRUCTIONS);
    compiler.add(node, 0);
    NfaProgram program = compiler.program();
    overgrown = program == null;
    if (overgrown) {
      return;
    }
    types = new AsciiTypes(program.classes());
    positions = new PatternPositions(program, types);
    width = types.count();
    numbers.clear();
    count = 0;
    sets = new int[16][];
    endsAtEnd = new boolean[16];
    next = new int[16 * width];
    add(new int[0], true);
    first = state(positions.start(true));
    later = state(positions.start(false));
    unbegun = positions.tellsStart() ? later : UNBUILT;
  }

  /**
   * An automaton that counts far has a state for nearly every text: one that counts less says
   * oftener that there may be an end.
   */
  private void overgrow() {
    if (coarse) {
      overgrown = true;
    } else {
      coarse = true;
      build(COARSE_BOUND);
    }
    if (overgrown) {
      next = null;
      sets = null;
      numbers.clear();
    }
  }

  /** A set of the pattern's positions. */
  private record Key(int hash, int[] positions) {
    @Override
    public boolean equals(Object other) {
      return other instanceof Key key && Arrays.equals(positions, key.positions);
    }

    @Override
    public int hashCode() {
      return hash;
    }
  }

  /**
   * The end of the match that ends first in {@code text[from, to)}, {@link #NONE} or {@link
   * #UNKNOWN}.
   *
   * @param begins whether {@code from} is where the text begins
   */
  public int firstEnd(String text, int from, int to, boolean begins) {
    int end = endOf(text, from, to, begins);
    return end == RESTART ? endOf(text, from, to, begins) : end;
  }

  private int endOf(String text, int from, int to, boolean begins) {
    if (overgrown) {
      return UNKNOWN;
    }
    int state = begins ? first : later;
    earliest = from;
    for (int i = from; i < to && state != MATCHED; i++) {
      if (state == unbegun) {
        earliest = i;
      }
      char c = text.charAt(i);
      int type = types.of(c);
      int edge = state * width + type;
      int target = next[edge];
      if (target == UNBUILT) {
        target = state(positions.step(sets[state], type));
        if (target == UNBUILT) {
          overgrow();
          return overgrown ? UNKNOWN : RESTART;
        }
        next[edge] = target;
      }
      state = target;
      if (state == MATCHED) {
        return i + 1;
      }
    }
    return state == MATCHED ? from : endsAtEnd[state] ? to : NONE;
  }

  /**
   * No match that {@link #firstEnd} stands for starts further before its end than this, in UTF-16
   * units; {@link Integer#MAX_VALUE} when there is no bound.
   */
  public int maxLength() {
    return maxLength >= PatternShape.MAX_WIDTH ? Integer.MAX_VALUE : maxLength;
  }

  /** No match that ends where {@link #firstEnd} said last, or later, starts before this. */
  public int earliestStart() {
    return earliest;
  }

  /** How many entries the automaton's tables have, each of four bytes. */
  public int size() {
    return next == null ? 0 : next.length;
  }

  /** {@link #UNBUILT} when there are too many. */
  private int state(int[] set) {
    if (set == PatternPositions.MATCHED) {
      return MATCHED;
    }
    Key key = new Key(Arrays.hashCode(set), set);
    Integer known = numbers.get(key);
    if (known != null) {
      return known;
    }
    if (count == MAX_STATES) {
      return UNBUILT;
    }
    numbers.put(key, count);
    return add(set, positions.matchesAtEnd(set));
  }

  private int add(int[] set, boolean atEnd) {
    if (count == sets.length) {
      sets = Arrays.copyOf(sets, count * 2);
      endsAtEnd = Arrays.copyOf(endsAtEnd, count * 2);
      next = Arrays.copyOf(next, count * 2 * width);
    }
    Arrays.fill(next, count * width, (count + 1) * width, UNBUILT);
    sets[count] = set;
    endsAtEnd[count] = atEnd;
    return count++;
  }

  @Override
  public String toString() {
    return "automaton of " + count + " states";
  }
}
