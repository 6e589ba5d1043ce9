package dev.telltale.detection.pattern;

import java.util.List;

/** What no match of a rule can lack, derived from the rule and never written by hand. Immutable. */
public final class Trigger {
  private final List<PatternEdges.Edged> patterns;
  private final boolean literal;

  Trigger(List<PatternEdges.Edged> patterns, boolean literal) {
    this.patterns = List.copyOf(patterns);
    this.literal = literal;
  }

  /** One of them stands inside every match, or inside the keyword that the rule requires. */
  List<PatternEdges.Edged> patterns() {
    return patterns;
  }

  /** Whether it begins with a literal, so that few texts lead far into it. */
  boolean hasLiteral() {
    return literal;
  }

  /** Puts triggers that share much next to one another. */
  String order() {
    return patterns.get(0).node().toString();
  }

  @Override
  public String toString() {
    return patterns.toString();
  }
}
