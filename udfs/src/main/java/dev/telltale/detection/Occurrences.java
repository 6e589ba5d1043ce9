package dev.telltale.detection;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import dev.telltale.detection.pattern.BitStateMatcher;
import dev.telltale.detection.pattern.LazyDfa;

/**
 * The places in {@code text[from, to)} at which a pattern matches, one after the other. The
 * automaton, where there is one, passes over what cannot match; what it leaves is short, and
 * matched by going back. Where that takes more steps than the text is worth, RE2J goes on, which
 * takes as many for every text. Holds content: never printed.
 */
final class Occurrences {
  /** Steps that RE2J needs for a character, and to begin with. */
  private static final int STEPS_A_CHARACTER = 64;

  private static final int STEPS_TO_BEGIN = 20_000;

  /** Characters after the end of a match that are looked at first, and then as many times more. */
  private static final int AHEAD = 64;

  private static final int WIDER = 8;

  private static final int NOWHERE = -1;
  private static final int UNFIT = -2;

  private final Pattern pattern;
  private final LazyDfa automaton;
  private final BitStateMatcher matcher;
  private final String text;
  private final int from;
  private final int to;
  private Matcher linear;
  private long steps;
  private int at;
  private int start;
  private int end;
  private int valueStart;
  private int valueEnd;

  /** Of a pattern and what is made of it; each of those can be null. */
  Occurrences(
      Pattern pattern, LazyDfa automaton, BitStateMatcher matcher, String text, int from, int to) {
    this.pattern = pattern;
    this.automaton = automaton;
    this.matcher = matcher;
    this.text = text;
    this.from = from;
    this.to = to;
    this.at = from;
    this.steps = STEPS_TO_BEGIN + (long) STEPS_A_CHARACTER * (to - from);
  }

  /** Goes to the next one; false when there is none. */
  boolean next() {
    while (at <= to) {
      int first = at;
      if (automaton != null) {
        int last = automaton.firstEnd(text, at, to, at == from);
        if (last == LazyDfa.NONE) {
          return false;
        }
        if (last >= 0) {
          first = (int) Math.max(automaton.earliestStart(), last - (long) automaton.maxLength());
          int taken = matcher != null ? findNear(first, last) : UNFIT;
          if (taken >= 0) {
            set(matcher.start(), matcher.end(), matcher.groupStart(), matcher.groupEnd());
            return true;
          }
          if (taken != UNFIT) {
            at = last + 1;
            continue;
          }
        }
      }
      return findLinear(first);
    }
    return false;
  }

  /**
   * Goes back and forth around an end, as far ahead as the text asks for.
   *
   * @return negative where there is none; {@link #UNFIT} where that is not for going back
   */
  private int findNear(int first, int last) {
    int furthest = (int) Math.min(to, last + (long) automaton.maxLength());
    int ahead = AHEAD;
    int limit;
    do {
      limit = (int) Math.min(furthest, (long) last + ahead);
      if (steps <= 0 || !matcher.suits(limit - first)) {
        return UNFIT;
      }
      int taken = matcher.find(text, from, to, first, Math.min(to, last + 1), limit);
      steps -= taken >= 0 ? taken : ~taken;
      if (limit == furthest || !matcher.isCut()) {
        return taken >= 0 ? taken : NOWHERE;
      }
      ahead *= WIDER;
    } while (true);
  }

  private boolean findLinear(int first) {
    if (linear == null) {
      boolean all = from == 0 && to == text.length();
      linear = pattern.matcher(all ? text : text.substring(from, to));
    }
    if (!linear.find(first - from)) {
      return false;
    }
    set(from + linear.start(), from + linear.end(), from(linear.start(1)), from(linear.end(1)));
    return true;
  }

  private int from(int position) {
    return position < 0 ? -1 : from + position;
  }

  private void set(int matchStart, int matchEnd, int groupStart, int groupEnd) {
    start = matchStart;
    end = matchEnd;
    valueStart = groupStart;
    valueEnd = groupEnd;
  }

  /** Whether it touches an inner edge, so that it may go on or be none in a wider part. */
  boolean isCut() {
    return (start == from && from > 0) || (end == to && to < text.length());
  }

  boolean isEmpty() {
    return valueStart < 0 || valueEnd <= valueStart;
  }

  int valueStart() {
    return valueStart;
  }

  int valueEnd() {
    return valueEnd;
  }

  /** Whether there was none. */
  boolean isFirst() {
    return at == from;
  }

  void goOnAfterStart() {
    at = start + 1;
  }

  /** After a value, which may be longer than what the pattern took of it. */
  void goOnAfter(int end) {
    at = end;
  }

  void goOnInsideValue() {
    at = Math.max(start, valueStart) + 1;
  }

  @Override
  public String toString() {
    return "occurrences in " + (to - from) + " characters";
  }
}
