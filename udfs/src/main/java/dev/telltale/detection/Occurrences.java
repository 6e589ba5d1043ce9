package dev.telltale.detection;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import dev.telltale.detection.pattern.PatternAutomaton;

/**
 * The places in {@code text[from, to)} at which a pattern matches, one after the other. The
 * automaton, where there is one, passes over what cannot match, so that RE2J reads little more than
 * the matches. Holds content: never printed.
 */
final class Occurrences {
  private final Pattern pattern;
  private final PatternAutomaton automaton;
  private final String text;
  private final int from;
  private final int to;
  private Matcher matcher;
  private int at;

  Occurrences(Pattern pattern, PatternAutomaton automaton, String text, int from, int to) {
    this.pattern = pattern;
    this.automaton = automaton;
    this.text = text;
    this.from = from;
    this.to = to;
  }

  /** Goes to the next one; false when there is none. */
  boolean next() {
    int length = to - from;
    if (at > length) {
      return false;
    }
    int start = at;
    if (automaton != null) {
      int end = automaton.firstEnd(text, from + at, to, at == 0);
      if (end == PatternAutomaton.NONE) {
        return false;
      }
      if (end >= 0) {
        start = Math.max(at, end - from - Math.min(length, automaton.longest()));
      }
    }
    if (matcher == null) {
      boolean all = from == 0 && to == text.length();
      matcher = pattern.matcher(all ? text : text.substring(from, to));
    }
    return matcher.find(start);
  }

  /** Whether it touches an inner edge, so that it may go on or be none in a wider part. */
  boolean isCut() {
    return (matcher.start() == 0 && from > 0) || (matcher.end() == to - from && to < text.length());
  }

  boolean isEmpty() {
    return matcher.start(1) < 0 || matcher.end(1) <= matcher.start(1);
  }

  int valueStart() {
    return from + matcher.start(1);
  }

  int valueEnd() {
    return from + matcher.end(1);
  }

  void goOnAfterStart() {
    at = matcher.start() + 1;
  }

  void goOnAfterValue() {
    at = matcher.end(1);
  }

  void goOnInsideValue() {
    at = Math.max(matcher.start(), matcher.start(1)) + 1;
  }

  @Override
  public String toString() {
    return "occurrences in " + (to - from) + " characters";
  }
}
