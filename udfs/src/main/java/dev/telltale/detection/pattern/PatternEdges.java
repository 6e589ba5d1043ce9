package dev.telltale.detection.pattern;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Edges at the begin and the end of a pattern as the character that must stand there, where one
 * tells; all other edges count as met. A text counts as standing between two line ends.
 */
final class PatternEdges {
  private static final BitSet WORD = ByteSets.escaped('w');
  private static final BitSet OTHER = ByteSets.escaped('W');
  private static final BitSet LINE_END = ByteSets.of('\n');

  private PatternEdges() {}

  /**
   * A pattern whose matches are one character longer on the left, on the right, or on both.
   *
   * @param behind whether the last character stands behind the match
   */
  record Edged(Node node, boolean behind) {}

  /** One for each alternative. */
  static List<Edged> of(Node node) {
    List<Edged> all = new ArrayList<>();
    if (node instanceof Node.Choice choice) {
      choice.options().forEach(option -> all.addAll(of(option)));
    } else if (node instanceof Node.Capture capture) {
      all.addAll(of(capture.item()));
    } else if (node instanceof Node.Sequence sequence) {
      all.add(edged(sequence.items()));
    } else {
      all.add(new Edged(node, false));
    }
    return all;
  }

  private static Edged edged(List<Node> items) {
    List<Node> kept = new ArrayList<>(items);
    BitSet before = null;
    BitSet after = null;
    if (kept.size() > 1 && kept.get(0) instanceof Node.Edge edge) {
      kept.remove(0);
      before = beside(edge, ends(new Node.Sequence(kept), true), "^");
    }
    int last = kept.size() - 1;
    if (last > 0 && kept.get(last) instanceof Node.Edge edge) {
      kept.remove(last);
      after = beside(edge, ends(new Node.Sequence(kept), false), "$");
    }
    if (before != null) {
      kept.add(0, new Node.Bytes(before));
    }
    if (after != null) {
      kept.add(new Node.Bytes(after));
    }
    return new Edged(new Node.Sequence(kept), after != null);
  }

  /**
   * What stands on the far side of an edge next to one of {@code near}; null when nothing tells.
   */
  private static BitSet beside(Node.Edge edge, BitSet near, String line) {
    if (edge.source().equals(line)) {
      return LINE_END;
    }
    if (near == null || !edge.source().equals("\\b")) {
      return null;
    }
    return isWithin(near, WORD) ? OTHER : isWithin(near, OTHER) ? WORD : null;
  }

  private static boolean isWithin(BitSet some, BitSet all) {
    BitSet rest = (BitSet) some.clone();
    rest.andNot(all);
    return rest.isEmpty();
  }

  /** The characters with which a match can begin or end; null when it can be empty. */
  private static BitSet ends(Node node, boolean first) {
    if (node instanceof Node.Bytes bytes) {
      return bytes.set();
    }
    if (node instanceof Node.Capture capture) {
      return ends(capture.item(), first);
    }
    if (node instanceof Node.Repeat repeat) {
      return repeat.min() == 0 ? null : ends(repeat.item(), first);
    }
    if (node instanceof Node.Choice choice) {
      BitSet all = new BitSet(256);
      for (Node option : choice.options()) {
        BitSet ends = ends(option, first);
        if (ends == null) {
          return null;
        }
        all.or(ends);
      }
      return all;
    }
    return node instanceof Node.Sequence sequence ? ends(sequence.items(), first) : null;
  }

  private static BitSet ends(List<Node> items, boolean first) {
    BitSet all = new BitSet(256);
    for (int i = 0; i < items.size(); i++) {
      Node item = items.get(first ? i : items.size() - 1 - i);
      if (item instanceof Node.Repeat repeat && repeat.min() == 0) {
        BitSet ends = ends(repeat.item(), first);
        if (ends == null) {
          return null;
        }
        all.or(ends);
        continue;
      }
      BitSet ends = ends(item, first);
      if (ends == null) {
        return null;
      }
      all.or(ends);
      return all;
    }
    return null;
  }
}
