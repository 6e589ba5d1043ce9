package dev.telltale.detection.pattern;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * A short part that stands in every match of a pattern: from its best literal, or else from its
 * begin, as far as it takes to be rare.
 */
final class PatternCore {
  /** A literal of that many characters is where to begin. */
  static final int GOOD_LITERAL = 3;

  /** Characters to take behind a literal or without one, until the automaton stays small. */
  private static final int[] WIDTHS = {16, 12, 8, 6, 5, 4, 3};

  private static final int MOST_STATES = 100;

  /** Repeats of more are not counted. */
  private static final int LARGEST_BOUND = 8;

  /** Alternatives of more characters are looked at one by one. */
  private static final int LONG_CHOICE = 8;

  private PatternCore() {}

  /** One for each alternative of the pattern. */
  static List<PatternEdges.Edged> of(Node node) {
    Node plain = uncounted(Relaxed.plain(node));
    List<PatternEdges.Edged> core = List.of();
    for (int width : WIDTHS) {
      core = of(plain, width);
      if (PatternSet.isSmall(core, MOST_STATES)) {
        return core;
      }
    }
    return core;
  }

  private static Node uncounted(Node node) {
    if (node instanceof Node.Sequence sequence) {
      return new Node.Sequence(sequence.items().stream().map(PatternCore::uncounted).toList());
    }
    if (node instanceof Node.Choice choice) {
      return new Node.Choice(choice.options().stream().map(PatternCore::uncounted).toList());
    }
    if (node instanceof Node.Repeat repeat) {
      boolean open = repeat.max() > Math.max(repeat.min(), LARGEST_BOUND);
      int max = open ? Node.UNBOUNDED : repeat.max();
      return new Node.Repeat(uncounted(repeat.item()), repeat.min(), max);
    }
    return node;
  }

  private static List<PatternEdges.Edged> of(Node node, int width) {
    List<PatternEdges.Edged> all = new ArrayList<>();
    if (node instanceof Node.Choice choice) {
      choice.options().forEach(option -> all.addAll(of(option, width)));
      return all;
    }
    if (node instanceof Node.Capture capture) {
      return of(capture.item(), width);
    }
    List<Node> items = node instanceof Node.Sequence sequence ? sequence.items() : List.of(node);
    for (int i = 0; i < items.size(); i++) {
      if (items.get(i) instanceof Node.Choice choice && Widths.min(choice) > LONG_CHOICE) {
        for (Node option : choice.options()) {
          List<Node> one = new ArrayList<>(items);
          one.set(i, option);
          all.addAll(of(Relaxed.plain(new Node.Sequence(one)), width));
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
      BitSet set = beside(items.get(at), at == 0 ? "^" : "$");
      if (set != null) {
        all.set(at, new Node.Bytes(set));
      }
    }
    return all;
  }

  private static BitSet beside(Node node, String line) {
    if (!(node instanceof Node.Choice choice)) {
      return null;
    }
    BitSet set = new BitSet(256);
    for (Node option : choice.options()) {
      Node only =
          option instanceof Node.Sequence sequence && sequence.items().size() == 1
              ? sequence.items().get(0)
              : option;
      if (only instanceof Node.Bytes bytes) {
        set.or(bytes.set());
      } else if (only instanceof Node.Edge edge && edge.source().equals(line)) {
        set.set('\n');
      } else {
        return null;
      }
    }
    return set;
  }

  private static List<Node> core(List<Node> items, int width) {
    int best = score(items);
    if (best < GOOD_LITERAL && anchored(items)) {
      return first(items, width);
    }
    if (best == 0) {
      return first(least(items), width);
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
    if (from > 0 && (isEdge(items.get(from - 1)) || items.get(from - 1) instanceof Node.Bytes)) {
      core.add(items.get(from - 1));
    }
    List<Node> literal = items.subList(from, to);
    core.addAll(literal);
    core.addAll(first(items.subList(to, items.size()), width / 2));
    return core;
  }

  /** With no more of what it ends with than there must be, so that a match is told once. */
  private static Node ended(Node node) {
    if (node instanceof Node.Capture capture) {
      return ended(capture.item());
    }
    if (node instanceof Node.Choice choice) {
      return new Node.Choice(choice.options().stream().map(PatternCore::ended).toList());
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
    return isEdge(items.get(0)) || items.get(0) instanceof Node.Bytes;
  }

  /** With no more of what it begins with than there must be. */
  private static List<Node> least(List<Node> items) {
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
    if (node instanceof Node.Choice choice) {
      return new Node.Choice(
          choice.options().stream().map(option -> first(option, width)).toList());
    }
    return node instanceof Node.Sequence sequence
        ? new Node.Sequence(first(sequence.items(), width))
        : node;
  }
}
