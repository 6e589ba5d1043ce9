package dev.telltale.detection.pattern;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The literals of which every match contains at least one, in lower case. The classic analysis of
 * literal prefilters: exact sets are multiplied out along a sequence while they stay small, and the
 * best set met on the way wins.
 */
final class RequiredLiterals {
  private static final int MAX_EXACT = 64;
  private static final int MAX_CHOICES_PER_CHARACTER = 4;
  private static final int MAX_SCORE = 6;

  /** {@code exact}: all strings of the node, or null; {@code required}: the best set, or null. */
  private record Found(Set<String> exact, Set<String> required) {}

  private RequiredLiterals() {}

  /** Null when a match need not contain any literal. */
  static Set<String> of(Node node) {
    return best(find(node));
  }

  private static Found find(Node node) {
    if (node instanceof CharClass read) {
      return new Found(expand(read), null);
    }
    if (node instanceof Node.Edge) {
      return new Found(Set.of(""), null);
    }
    if (node instanceof Node.Capture capture) {
      return find(capture.item());
    }
    if (node instanceof Node.Repeat repeat) {
      return repeat(repeat);
    }
    if (node instanceof Node.Alternation alternation) {
      return alternation(alternation.options());
    }
    return sequence(((Node.Sequence) node).items());
  }

  private static Found repeat(Node.Repeat repeat) {
    if (repeat.min() == 0) {
      return new Found(null, null);
    }
    Found item = find(repeat.item());
    if (repeat.min() == repeat.max() && item.exact() != null) {
      List<Node> copies = new ArrayList<>();
      for (int i = 0; i < Math.min(repeat.min(), 8); i++) {
        copies.add(repeat.item());
      }
      Found copied = sequence(copies);
      return repeat.min() <= 8 ? copied : new Found(null, best(copied));
    }
    return new Found(null, best(item));
  }

  private static Found alternation(List<Node> options) {
    Set<String> exact = new TreeSet<>();
    Set<String> required = new TreeSet<>();
    for (Node option : options) {
      Found found = find(option);
      exact = found.exact() == null || exact == null ? null : union(exact, found.exact());
      Set<String> best = best(found);
      required = best == null || required == null ? null : union(required, best);
    }
    if (exact != null && exact.size() > MAX_EXACT) {
      exact = null;
    }
    return new Found(exact, required);
  }

  private static Found sequence(List<Node> items) {
    Set<String> run = Set.of("");
    Set<String> best = null;
    boolean whole = true;
    for (Node item : items) {
      Found found = find(item);
      best = better(best, found.required());
      Set<String> joined = found.exact() == null ? null : product(run, found.exact());
      if (joined == null) {
        best = better(best, run);
        whole = false;
        run = found.exact() == null ? Set.of("") : found.exact();
      } else {
        run = joined;
      }
    }
    best = better(best, run);
    return new Found(whole ? run : null, best);
  }

  private static Set<String> best(Found found) {
    return better(found.required(), found.exact());
  }

  private static Set<String> better(Set<String> one, Set<String> other) {
    int first = score(one);
    int second = score(other);
    if (first == 0 && second == 0) {
      return null;
    }
    if (first != second) {
      return first > second ? one : other;
    }
    return one.size() <= other.size() ? one : other;
  }

  /** Length of the shortest literal: the rarity of a set is that of its most common member. */
  static int score(Set<String> set) {
    if (set == null || set.isEmpty() || set.size() > MAX_EXACT) {
      return 0;
    }
    int min = set.stream().mapToInt(String::length).min().orElse(0);
    return Math.min(min, MAX_SCORE);
  }

  private static Set<String> expand(CharClass read) {
    Set<String> strings = new TreeSet<>();
    if (read.has(CharClass.BEYOND_ASCII)) {
      return null;
    }
    BitSet set = read.set();
    for (int c = set.nextSetBit(0); c >= 0; c = set.nextSetBit(c + 1)) {
      strings.add(String.valueOf((char) (c >= 'A' && c <= 'Z' ? c + 32 : c)));
      if (strings.size() > MAX_CHOICES_PER_CHARACTER) {
        return null;
      }
    }
    return strings;
  }

  private static Set<String> product(Set<String> heads, Set<String> tails) {
    if (heads.size() * tails.size() > MAX_EXACT) {
      return null;
    }
    Set<String> joined = new TreeSet<>();
    for (String head : heads) {
      for (String tail : tails) {
        joined.add(head + tail);
      }
    }
    return joined;
  }

  private static Set<String> union(Set<String> one, Set<String> other) {
    Set<String> both = new TreeSet<>(one);
    both.addAll(other);
    return both;
  }
}
