package dev.telltale.detection.pattern;

import java.util.BitSet;

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
    if (node instanceof Node.Choice choice) {
      return choice.options().stream().mapToLong(Widths::max).max().orElse(0);
    }
    if (node instanceof Node.Repeat repeat) {
      return repeat.max() == Node.UNBOUNDED
          ? Node.UNBOUNDED
          : Math.min(Node.UNBOUNDED, max(repeat.item()) * repeat.max());
    }
    if (node instanceof Node.Capture capture) {
      return max(capture.item());
    }
    return node instanceof Node.Bytes ? 1 : 0;
  }

  static long min(Node node) {
    if (node instanceof Node.Sequence sequence) {
      return sequence.items().stream().mapToLong(Widths::min).sum();
    }
    if (node instanceof Node.Choice choice) {
      return choice.options().stream().mapToLong(Widths::min).min().orElse(0);
    }
    if (node instanceof Node.Repeat repeat) {
      return min(repeat.item()) * repeat.min();
    }
    if (node instanceof Node.Capture capture) {
      return min(capture.item());
    }
    return node instanceof Node.Bytes ? 1 : 0;
  }

  /** Every byte that a match can contain. */
  static BitSet bytes(Node node) {
    BitSet all = new BitSet(256);
    if (node instanceof Node.Sequence sequence) {
      sequence.items().forEach(item -> all.or(bytes(item)));
    } else if (node instanceof Node.Choice choice) {
      choice.options().forEach(option -> all.or(bytes(option)));
    } else if (node instanceof Node.Repeat repeat) {
      all.or(bytes(repeat.item()));
    } else if (node instanceof Node.Capture capture) {
      all.or(bytes(capture.item()));
    } else if (node instanceof Node.Bytes bytes) {
      all.or(bytes.set());
    }
    return all;
  }

  /** The capture group inside, or null. */
  static Node capture(Node node) {
    if (node instanceof Node.Capture capture) {
      return capture.item();
    }
    Iterable<Node> children =
        node instanceof Node.Sequence sequence
            ? sequence.items()
            : node instanceof Node.Choice choice
                ? choice.options()
                : node instanceof Node.Repeat repeat
                    ? java.util.List.of(repeat.item())
                    : java.util.List.of();
    for (Node child : children) {
      Node found = capture(child);
      if (found != null) {
        return found;
      }
    }
    return null;
  }
}
