package dev.telltale.detection.pattern;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * The regular expression that a prefilter looks for: a short part that stands in every match of a
 * pattern, from its best literal, or else from its begin, as far as it takes to be rare.
 */
final class PrefilterRegex {
  /** A literal of that many characters is where to begin. */
  static final int GOOD_LITERAL = 3;

  /** Characters to take after a literal or without one, until the automaton stays small. */
  private static final int[] WIDTHS = {16, 12, 8, 6, 5, 4, 3};

  private static final int MAX_STATES = 100;

  /** Repeats of more are not counted. */
  private static final int MAX_BOUND = 8;

  /** Alternatives of more characters are looked at one by one. */
  private static final int MAX_JOINT_WIDTH = 8;

  private PrefilterRegex() {}

  /** One for each alternative of the pattern. */
  static List<PatternEdges.Edged> of(Node node) {
    Node plain = uncounted(plain(node));
    List<PatternEdges.Edged> core = List.of();
    for (int width : WIDTHS) {
      core = of(plain, width);
      if (GlushkovNfa.isSmall(core, MAX_STATES)) {
        return core;
      }
    }
    return core;
  }

  /** Capture groups out, nested sequences flat. */
  private static Node plain(Node node) {
    if (node instanceof Node.Capture capture) {
      return plain(capture.item());
    }
    if (node instanceof Node.Repeat repeat) {
      return new Node.Repeat(plain(repeat.item()), repeat.min(), repeat.max());
    }
    if (node instanceof Node.Alternation alternation) {
      return new Node.Alternation(
          alternation.options().stream().map(PrefilterRegex::plain).toList());
    }
    if (node instanceof Node.Sequence sequence) {
      List<Node> flat = new ArrayList<>();
      for (Node item : sequence.items()) {
        Node plain = plain(item);
        if (plain instanceof Node.Sequence inner) {
          flat.addAll(inner.items());
        } else {
          flat.add(plain);
        }
      }
      return new Node.Sequence(flat);
    }
    return node;
  }

  private static Node uncounted(Node node) {
    if (node instanceof Node.Sequence sequence) {
      return new Node.Sequence(sequence.items().stream().map(PrefilterRegex::uncounted).toList());
    }
    if (node instanceof Node.Alternation alternation) {
      return new Node.Alternation(
          alternation.options().stream().map(PrefilterRegex::uncounted).toList());
    }
    if (node instanceof Node.Repeat repeat) {
      boolean open = repeat.max() > Math.max(repeat.min(), MAX_BOUND);
      int max = open ? Node.UNBOUNDED : repeat.max();
      return new Node.Repeat(uncounted(repeat.item()), repeat.min(), max);
    }
    return node;
  }

  private static List<PatternEdges.Edged> of(Node node, int width) {
    List<PatternEdges.Edged> all = new ArrayList<>();
    if (node instanceof Node.Alternation alternation) {
      alternation.options().forEach(option -> all.addAll(of(option, width)));
      return all;
    }
    if (node instanceof Node.Capture capture) {
      return of(capture.item(), width);
    }
    List<Node> items = node instanceof Node.Sequence sequence ? sequence.items() : List.of(node);
    for (int i = 0; i < items.size(); i++) {
      if (items.get(i) instanceof Node.Alternation alternation
          && Widths.min(alternation) > MAX_JOINT_WIDTH) {
        for (Node option : alternation.options()) {
          List<Node> one = new ArrayList<>(items);
          one.set(i, option);
          all.addAll(of(plain(new Node.Sequence(one)), width));
        }
        return all;
      }
    }
    return PatternEdges.of(ended(new Node.Sequence(core(lineEnds(items), width))));
  }

  /** The begin or the end of the text, or a character: texts stand between line ends. */
  private static List<Node> lineEnds(List<Node> items) {
    List<Node> all = new ArrayList<>(items);
    for (int at : new int[] {0, items.size() - 1}) {
      CharClass set = beside(items.get(at), at == 0 ? "^" : "$");
      if (set != null) {
        all.set(at, set);
      }
    }
    return all;
  }

  private static CharClass beside(Node node, String line) {
    if (!(node instanceof Node.Alternation alternation)) {
      return null;
    }
    BitSet set = new BitSet(256);
    for (Node option : alternation.options()) {
      Node only =
          option instanceof Node.Sequence sequence && sequence.items().size() == 1
              ? sequence.items().get(0)
              : option;
      if (only instanceof CharClass one) {
        set.or(one.set());
      } else if (only instanceof Node.Edge edge && edge.source().equals(line)) {
        set.set('\n');
      } else {
        return null;
      }
    }
    return new CharClass(set);
  }

  private static List<Node> core(List<Node> items, int width) {
    int best = score(items);
    if (best < GOOD_LITERAL && anchored(items)) {
      return first(items, width);
    }
    if (best == 0) {
      return first(minimal(items), width);
    }
    int from = 0;
    for (int i = 1; i < items.size(); i++) {
      from = score(items.subList(i, items.size())) == best ? i : from;
    }
    int to = from + 1;
    while (score(items.subList(from, to)) < best) {
      to++;
    }
    List<Node> core = new ArrayList<>();
    if (from > 0 && (isEdge(items.get(from - 1)) || items.get(from - 1) instanceof CharClass)) {
      core.add(items.get(from - 1));
    }
    List<Node> literal = items.subList(from, to);
    core.addAll(literal);
    core.addAll(first(items.subList(to, items.size()), width / 2));
    return core;
  }

  /** With no more of what it ends with than there must be, so that a match is reported once. */
  private static Node ended(Node node) {
    if (node instanceof Node.Capture capture) {
      return ended(capture.item());
    }
    if (node instanceof Node.Alternation alternation) {
      return new Node.Alternation(
          alternation.options().stream().map(PrefilterRegex::ended).toList());
    }
    if (node instanceof Node.Repeat repeat) {
      return new Node.Repeat(repeat.item(), repeat.min(), repeat.min());
    }
    if (!(node instanceof Node.Sequence sequence)) {
      return node;
    }
    List<Node> items = new ArrayList<>(sequence.items());
    while (items.size() > 1
        && Widths.min(items.get(items.size() - 1)) == 0
        && !isEdge(items.get(items.size() - 1))) {
      items.remove(items.size() - 1);
    }
    if (!items.isEmpty()) {
      items.set(items.size() - 1, ended(items.get(items.size() - 1)));
    }
    return new Node.Sequence(items);
  }

  private static int score(List<Node> items) {
    return RequiredLiterals.score(RequiredLiterals.of(new Node.Sequence(items)));
  }

  private static boolean isEdge(Node node) {
    return node instanceof Node.Edge;
  }

  /** Whether few matches can begin inside one another. */
  private static boolean anchored(List<Node> items) {
    return isEdge(items.get(0)) || items.get(0) instanceof CharClass;
  }

  /** With no more of what it begins with than there must be. */
  private static List<Node> minimal(List<Node> items) {
    List<Node> all = new ArrayList<>(items);
    while (all.size() > 1 && Widths.min(all.get(0)) == 0) {
      all.remove(0);
    }
    if (all.get(0) instanceof Node.Repeat repeat) {
      all.set(0, new Node.Repeat(repeat.item(), repeat.min(), repeat.min()));
    }
    return all;
  }

  /** As many items as it takes to be {@code width} characters or more, the last cut to that. */
  private static List<Node> first(List<Node> items, long width) {
    List<Node> kept = new ArrayList<>();
    long left = width;
    for (Node item : items) {
      if (left <= 0) {
        return kept;
      }
      Node cut = first(item, left);
      kept.add(cut);
      if (cut != item) {
        return kept;
      }
      left -= Widths.min(item);
    }
    return kept;
  }

  private static Node first(Node node, long width) {
    if (node instanceof Node.Capture capture) {
      return first(capture.item(), width);
    }
    if (Widths.min(node) <= width && !(node instanceof Node.Repeat)) {
      return node;
    }
    if (node instanceof Node.Repeat repeat) {
      long each = Math.max(1, Widths.min(repeat.item()));
      if (repeat.min() * each >= width) {
        int count = (int) ((width + each - 1) / each);
        return new Node.Repeat(repeat.item(), count, count);
      }
      return node;
    }
    if (node instanceof Node.Alternation alternation) {
      return new Node.Alternation(
          alternation.options().stream().map(option -> first(option, width)).toList());
    }
    return node instanceof Node.Sequence sequence
        ? new Node.Sequence(first(sequence.items(), width))
        : node;
  }
}
