package dev.telltale.detection.pattern;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The triggers of a {@link GlushkovNfa} as a deterministic automaton, built state by state as texts
 * need them. Not thread-safe.
 */
final class TriggerDfa {
  private static final int MIN_LIMIT = 1_500;
  private static final int DIVIDED_BY = 8;

  /** Characters for each new state, on average, above which states are worth their making. */
  private static final int MIN_CHARACTERS_A_STATE = 40;

  /** With fewer than this for each of the first states, there is no end to them. */
  private static final int MIN_CHARACTERS_A_FIRST_STATE = 4;

  private static final int FIRST_STATES = 2_500;

  /** Where one trigger alone needs too many states, a hit is reported this often. */
  private static final int EVERYWHERE = 16;

  private static final int UNBUILT = -1;

  private final GlushkovNfa nfa;
  private final int maxStates;
  private final short[] types;
  private final int width;
  private final int lineEnd;
  private final Map<GlushkovNfa.Step, Integer> numbers = new HashMap<>();
  private GlushkovNfa.Step[] steps = new GlushkovNfa.Step[64];
  private int[] next;
  private int[][] beyond = new int[64][];
  private int count;
  private long read;
  private boolean everywhere;

  TriggerDfa(GlushkovNfa nfa, int maxStates) {
    this.nfa = nfa;
    this.maxStates = maxStates;
    types = nfa.types().table();
    width = nfa.types().countOfAscii();
    lineEnd = nfa.types().of('\n');
    next = new int[64 * width];
    clear();
  }

  /** The same triggers in several smaller automata. */
  List<TriggerDfa> divided() {
    List<TriggerDfa> all = new ArrayList<>();
    int each = (nfa.size() + DIVIDED_BY - 1) / DIVIDED_BY;
    for (int from = 0; from < nfa.size(); from += each) {
      int to = Math.min(nfa.size(), from + each);
      all.add(new TriggerDfa(nfa.part(from, to), Math.max(MIN_LIMIT, maxStates / DIVIDED_BY)));
    }
    return all;
  }

  /** Forgets all states. */
  void clear() {
    numbers.clear();
    count = 0;
    read = 0;
    Arrays.fill(beyond, null);
    state(nfa.begin());
  }

  /** False when the triggers are to be divided; then it has reported some hits. */
  boolean scan(String text, HitSink sink) {
    if (everywhere) {
      everywhere(text, sink);
      return true;
    }
    int length = text.length();
    short[] types = this.types;
    int[] next = this.next;
    int width = this.width;
    int state = 0;
    int from = 0;
    for (int i = 0; i < length; i++) {
      int type = types[text.charAt(i)];
      int target = type < width ? next[state + type] : beyond(state, type);
      if (target < 0) {
        if (target == UNBUILT) {
          target = build(state, type, i - from);
          from = i;
          if (target == UNBUILT) {
            return everywhere && scan(text, sink);
          }
          next = this.next;
        }
        if (target < 0) {
          target = ~target;
          report(target, i + 1, length, sink);
        }
      }
      state = target;
    }
    return end(state, length, length - from, sink);
  }

  /** A text ends like a line. */
  private boolean end(int state, int length, int since, HitSink sink) {
    int target = next[state + lineEnd];
    if (target == UNBUILT) {
      target = build(state, lineEnd, since);
      if (target == UNBUILT) {
        if (everywhere) {
          sink.hit(nfa.number(0), length);
        }
        return everywhere;
      }
    } else {
      read += since;
    }
    if (target < 0) {
      report(~target, length + 1, length, sink);
    }
    return true;
  }

  private void everywhere(String text, HitSink sink) {
    for (int end = 0; end < text.length(); end += EVERYWHERE) {
      sink.hit(nfa.number(0), end);
    }
    sink.hit(nfa.number(0), text.length());
  }

  private void report(int state, int end, int length, HitSink sink) {
    report(steps[state / width].outputs(), end, length, sink);
  }

  private static void report(int[] outputs, int end, int length, HitSink sink) {
    for (int output : outputs) {
      sink.hit(output >> 1, Math.min(length, end - (output & 1)));
    }
  }

  /** The state, complemented when it has outputs; {@link #UNBUILT} when there are too many. */
  private int build(int state, int type, int since) {
    read += since;
    if (count >= maxStates
        || (count >= FIRST_STATES && read < (long) count * MIN_CHARACTERS_A_FIRST_STATE)) {
      if (read < (long) maxStates * MIN_CHARACTERS_A_STATE) {
        everywhere = nfa.size() == 1;
        return UNBUILT;
      }
      GlushkovNfa.Step step = steps[state / width];
      clear();
      int again = state(step);
      state = again < 0 ? ~again : again;
    }
    int target = state(nfa.step(steps[state / width], type));
    if (type < width) {
      next[state + type] = target;
    } else {
      if (beyond[state / width] == null) {
        beyond[state / width] = new int[nfa.types().count() - width];
        Arrays.fill(beyond[state / width], UNBUILT);
      }
      beyond[state / width][type - width] = target;
    }
    return target;
  }

  /** After a character beyond ASCII: few states need a row for those. */
  private int beyond(int state, int type) {
    int[] row = beyond[state / width];
    return row == null ? UNBUILT : row[type - width];
  }

  private int state(GlushkovNfa.Step step) {
    Integer known = numbers.get(step);
    if (known != null) {
      return known;
    }
    if (count == steps.length) {
      steps = Arrays.copyOf(steps, count * 2);
      next = Arrays.copyOf(next, count * 2 * width);
      beyond = Arrays.copyOf(beyond, count * 2);
    }
    int number = count++ * width;
    Arrays.fill(next, number, number + width, UNBUILT);
    steps[number / width] = step;
    int marked = step.outputs().length == 0 ? number : ~number;
    numbers.put(step, marked);
    return marked;
  }
}
