package dev.telltale.detection.pattern;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Looks for many triggers in few passes: deterministic automata, built state by state as texts need
 * them, one for the triggers with a literal and one for those without, because together they would
 * need many times as many states. Where a text needs very many all the same, an automaton is
 * divided into several, which need fewer each, and these again; so that every text costs a bounded
 * number of passes. Not thread-safe.
 */
public final class TriggerScan {
  /** Of either first automaton: about 12 MB. Each that it is divided into has its part of that. */
  private static final int MOST_STATES = 32_000;

  private static final int LEAST_STATES = 1_500;
  private static final int DIVIDED_BY = 8;

  /** Characters for each new state, on average, above which states are worth their making. */
  private static final int WORTH = 40;

  /** With fewer than this after the first states, there is no end to them. */
  private static final int HOPELESS = 4;

  private static final int SOON = 2_500;

  /** Where one trigger alone needs too many states, it is told this often. */
  private static final int EVERYWHERE = 16;

  /** Divided triggers are put together again after so many characters: texts may be usual ones. */
  private static final long DIVIDED_FOR = 16_000_000;

  private final List<Part> first = new ArrayList<>();
  private final List<Part> parts = new ArrayList<>();
  private long divided;

  /** Of triggers that are called by their index in the list; null for one that is left out. */
  public TriggerScan(List<Trigger> triggers) {
    for (boolean literal : new boolean[] {true, false}) {
      Map<Integer, String> orders = new HashMap<>();
      for (int i = 0; i < triggers.size(); i++) {
        if (triggers.get(i) != null && triggers.get(i).hasLiteral() == literal) {
          orders.put(i, triggers.get(i).order());
        }
      }
      List<Integer> numbers = new ArrayList<>(orders.keySet());
      numbers.sort(Comparator.comparing(orders::get));
      if (!numbers.isEmpty()) {
        List<Trigger> some = numbers.stream().map(triggers::get).toList();
        first.add(new Part(new PatternSet(numbers, some), MOST_STATES));
      }
    }
    parts.addAll(first);
  }

  /** One pass for each automaton; may tell the same hit more than once. */
  public void scan(String text, HitSink sink) {
    if (parts.size() > first.size()) {
      divided += text.length();
      if (divided > DIVIDED_FOR) {
        divided = 0;
        first.stream().filter(part -> !parts.contains(part)).forEach(Part::clear);
        parts.clear();
        parts.addAll(first);
      }
    }
    for (int i = 0; i < parts.size(); ) {
      Part part = parts.get(i);
      if (part.scan(text, sink)) {
        i++;
      } else {
        parts.remove(i);
        parts.addAll(i, part.divided());
      }
    }
  }

  /** How many automata there are by now. */
  int parts() {
    return parts.size();
  }

  private static final class Part {
    private static final int UNBUILT = -1;

    private final PatternSet set;
    private final int most;
    private final short[] types;
    private final int width;
    private final int lineEnd;
    private final Map<PatternSet.Step, Integer> numbers = new HashMap<>();
    private PatternSet.Step[] steps = new PatternSet.Step[64];
    private int[] next;
    private int[][] beyond = new int[64][];
    private int count;
    private long read;
    private boolean everywhere;

    Part(PatternSet set, int most) {
      this.set = set;
      this.most = most;
      types = set.types().table();
      width = set.types().countOfAscii();
      lineEnd = set.types().of('\n');
      next = new int[64 * width];
      clear();
    }

    /** The same triggers in smaller parts. */
    List<Part> divided() {
      List<Part> all = new ArrayList<>();
      int each = (set.size() + DIVIDED_BY - 1) / DIVIDED_BY;
      for (int from = 0; from < set.size(); from += each) {
        int to = Math.min(set.size(), from + each);
        all.add(new Part(set.part(from, to), Math.max(LEAST_STATES, most / DIVIDED_BY)));
      }
      return all;
    }

    private void clear() {
      numbers.clear();
      count = 0;
      read = 0;
      Arrays.fill(beyond, null);
      state(set.begin());
    }

    /** False when the triggers are to be divided; then it has told some hits. */
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
            tell(target, i + 1, length, sink);
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
            sink.hit(set.number(0), length);
          }
          return everywhere;
        }
      } else {
        read += since;
      }
      if (target < 0) {
        tell(~target, length + 1, length, sink);
      }
      return true;
    }

    private void everywhere(String text, HitSink sink) {
      for (int end = 0; end < text.length(); end += EVERYWHERE) {
        sink.hit(set.number(0), end);
      }
      sink.hit(set.number(0), text.length());
    }

    private void tell(int state, int end, int length, HitSink sink) {
      tell(steps[state / width].outputs(), end, length, sink);
    }

    private static void tell(int[] outputs, int end, int length, HitSink sink) {
      for (int output : outputs) {
        sink.hit(output >> 1, Math.min(length, end - (output & 1)));
      }
    }

    /** The state, complemented when it has outputs; {@link #UNBUILT} when there are too many. */
    private int build(int state, int type, int since) {
      read += since;
      if (count >= most || (count >= SOON && read < (long) count * HOPELESS)) {
        if (read < (long) most * WORTH) {
          everywhere = set.size() == 1;
          return UNBUILT;
        }
        PatternSet.Step step = steps[state / width];
        clear();
        int again = state(step);
        state = again < 0 ? ~again : again;
      }
      int target = state(set.step(steps[state / width], type));
      if (type < width) {
        next[state + type] = target;
      } else {
        if (beyond[state / width] == null) {
          beyond[state / width] = new int[set.types().count() - width];
          Arrays.fill(beyond[state / width], UNBUILT);
        }
        beyond[state / width][type - width] = target;
      }
      return target;
    }

    /** Behind a character beyond ASCII: few states need a row for those. */
    private int beyond(int state, int type) {
      int[] row = beyond[state / width];
      return row == null ? UNBUILT : row[type - width];
    }

    private int state(PatternSet.Step step) {
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
      int told = step.outputs().length == 0 ? number : ~number;
      numbers.put(step, told);
      return told;
    }
  }
}
