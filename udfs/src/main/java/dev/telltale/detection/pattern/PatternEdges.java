package dev.telltale.detection.pattern;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Edges at the begin and the end of a pattern as the character that must stand there, where one is
 * implied; all other edges count as met. A text counts as standing between two line ends.
 */
final class PatternEdges {
  private static final CharClass WORD = CharClass.escaped('w');
  private static final CharClass OTHER = CharClass.escaped('W');
  private static final CharClass LINE_END = CharClass.of('\n');

  private PatternEdges() {}

  /**
   * A pattern whose matches are one character longer on the left, on the right, or on both.
   *
   * @param hasNext whether the last character is the one after the match
   */
  record Edged(Node node, boolean hasNext) {}

  /** One for each alternative. */
  static List<Edged> of(Node node) {
    List<Edged> all = new ArrayList<>();
    if (node instanceof Node.Alternation alternation) {
      alternation.options().forEach(option -> all.addAll(of(option)));
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
    CharClass before = null;
    CharClass after = null;
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
      kept.add(0, before);
    }
    if (after != null) {
      kept.add(after);
    }
    return new Edged(new Node.Sequence(kept), after != null);
  }

  /**
   * What stands on the far side of an edge next to one of {@code near}; null when nothing is
   * implied.
   */
  private static CharClass beside(Node.Edge edge, CharClass near, String line) {
    if (edge.source().equals(line)) {
      return LINE_END;
    }
    if (near == null || !edge.source().equals("\\b")) {
      return null;
    }
    return near.isWithin(WORD) ? OTHER : near.isWithin(OTHER) ? WORD : null;
  }

  /** The characters with which a match can begin or end; null when it can be empty. */
  private static CharClass ends(Node node, boolean first) {
    if (node instanceof CharClass read) {
      return read;
    }
    if (node instanceof Node.Capture capture) {
      return ends(capture.item(), first);
    }
    if (node instanceof Node.Repeat repeat) {
      return repeat.min() == 0 ? null : ends(repeat.item(), first);
    }
    if (node instanceof Node.Alternation alternation) {
      BitSet all = new BitSet(256);
      for (Node option : alternation.options()) {
        CharClass ends = ends(option, first);
        if (ends == null) {
          return null;
        }
        all.or(ends.set());
      }
      return new CharClass(all);
    }
    return node instanceof Node.Sequence sequence ? ends(sequence.items(), first) : null;
  }

  private static CharClass ends(List<Node> items, boolean first) {
    BitSet all = new BitSet(256);
    for (int i = 0; i < items.size(); i++) {
      Node item = items.get(first ? i : items.size() - 1 - i);
      if (item instanceof Node.Repeat repeat && repeat.min() == 0) {
        CharClass ends = ends(repeat.item(), first);
        if (ends == null) {
          return null;
        }
        all.or(ends.set());
        continue;
      }
      CharClass ends = ends(item, first);
      if (ends == null) {
        return null;
      }
      all.or(ends.set());
      return new CharClass(all);
    }
    return null;
  }
}
