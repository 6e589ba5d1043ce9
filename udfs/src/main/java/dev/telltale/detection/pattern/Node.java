package dev.telltale.detection.pattern;

import java.util.List;

/** A node of a parsed pattern. */
sealed interface Node
    permits CharClass, Node.Sequence, Node.Alternation, Node.Repeat, Node.Capture, Node.Edge {
  int UNBOUNDED = Integer.MAX_VALUE;

  /** One after the other. */
  record Sequence(List<Node> items) implements Node {
    public Sequence {
      items = List.copyOf(items);
    }
  }

  /** One of several; what is written first is preferred. */
  record Alternation(List<Node> options) implements Node {
    public Alternation {
      options = List.copyOf(options);
    }
  }

  /** The same, {@code min} to {@code max} times; {@link #UNBOUNDED} has no upper end. */
  record Repeat(Node item, int min, int max) implements Node {}

  /** The capture group, which is the sensitive value itself. */
  record Capture(Node item) implements Node {}

  /** An assertion that consumes nothing, in the source's spelling. */
  record Edge(String source) implements Node {}
}
