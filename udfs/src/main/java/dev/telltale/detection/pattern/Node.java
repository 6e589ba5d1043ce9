package dev.telltale.detection.pattern;

import java.util.BitSet;
import java.util.List;

/** A node of a pattern. Byte sets are ASCII; every byte above stands for "not ASCII" as a whole. */
sealed interface Node {
  /** One character out of a set. */
  record Bytes(BitSet set) implements Node {
    public Bytes {
      set = (BitSet) set.clone();
    }

    boolean beyondAscii() {
      return set.get(0x80);
    }

    boolean same(Bytes other) {
      return set.equals(other.set);
    }
  }

  /** One after the other. */
  record Sequence(List<Node> items) implements Node {
    public Sequence {
      items = List.copyOf(items);
    }
  }

  /** One of several. */
  record Choice(List<Node> options) implements Node {
    public Choice {
      options = List.copyOf(options);
    }
  }

  /** The same, {@code min} to {@code max} times; {@link #UNBOUNDED} has no upper end. */
  record Repeat(Node item, int min, int max) implements Node {}

  /** The capture group, which is the sensitive value itself. */
  record Capture(Node item) implements Node {}

  /** An assertion that consumes nothing, in the source's spelling. */
  record Edge(String source) implements Node {}

  int UNBOUNDED = Integer.MAX_VALUE;
}
