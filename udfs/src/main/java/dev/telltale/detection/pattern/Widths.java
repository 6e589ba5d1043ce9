package dev.telltale.detection.pattern;

import java.util.BitSet;
import java.util.List;

/** How many characters a node can span, and which. */
final class Widths {
  private Widths() {}

  static long max(Node node) {
    if (node instanceof Node.Sequence sequence) {
      long sum = 0;
      for (Node item : sequence.items()) {
        sum = Math.min(Node.UNBOUNDED, sum + max(item));
      }
      return sum;
    }
    if (node instanceof Node.Alternation alternation) {
      return alternation.options().stream().mapToLong(Widths::max).max().orElse(0);
    }
    if (node instanceof Node.Repeat repeat) {
      return repeat.max() == Node.UNBOUNDED
          ? Node.UNBOUNDED
          : Math.min(Node.UNBOUNDED, max(repeat.item()) * repeat.max());
    }
    if (node instanceof Node.Capture capture) {
      return max(capture.item());
    }
    return node instanceof CharClass ? 1 : 0;
  }

  static long min(Node node) {
    if (node instanceof Node.Sequence sequence) {
      return sequence.items().stream().mapToLong(Widths::min).sum();
    }
    if (node instanceof Node.Alternation alternation) {
      return alternation.options().stream().mapToLong(Widths::min).min().orElse(0);
    }
    if (node instanceof Node.Repeat repeat) {
      return min(repeat.item()) * repeat.min();
    }
    if (node instanceof Node.Capture capture) {
      return min(capture.item());
    }
    return node instanceof CharClass ? 1 : 0;
  }

  /** Every character that a match can contain. */
  static CharClass characters(Node node) {
    BitSet all = new BitSet(256);
    collect(node, all);
    return new CharClass(all);
  }

  private static void collect(Node node, BitSet all) {
    if (node instanceof Node.Sequence sequence) {
      sequence.items().forEach(item -> collect(item, all));
    } else if (node instanceof Node.Alternation alternation) {
      alternation.options().forEach(option -> collect(option, all));
    } else if (node instanceof Node.Repeat repeat) {
      collect(repeat.item(), all);
    } else if (node instanceof Node.Capture capture) {
      collect(capture.item(), all);
    } else if (node instanceof CharClass read) {
      all.or(read.set());
    }
  }

  /** The capture group inside, or null. */
  static Node capture(Node node) {
    if (node instanceof Node.Capture capture) {
      return capture.item();
    }
    Iterable<Node> children =
        node instanceof Node.Sequence sequence
            ? sequence.items()
            : node instanceof Node.Alternation alternation
                ? alternation.options()
                : node instanceof Node.Repeat repeat ? List.of(repeat.item()) : List.of();
    for (Node child : children) {
      Node found = capture(child);
      if (found != null) {
        return found;
      }
    }
    return null;
  }
}
