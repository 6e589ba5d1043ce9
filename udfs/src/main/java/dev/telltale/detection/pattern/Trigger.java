package dev.telltale.detection.pattern;

import java.util.List;
import java.util.Set;

/** What no match of a rule can lack, derived from the rule and never written by hand. Immutable. */
public final class Trigger {
  private final List<PatternEdges.Edged> patterns;
  private final boolean literal;
  private final List<Expression> expressions;
  private final Set<String> literals;

  Trigger(
      List<PatternEdges.Edged> patterns,
      boolean literal,
      List<Expression> expressions,
      Set<String> literals) {
    this.literal = literal;
    this.patterns = List.copyOf(patterns);
    this.expressions = List.copyOf(expressions);
    this.literals = Set.copyOf(literals);
  }

  /** One of them stands inside every match, or inside the keyword that the rule requires. */
  List<PatternEdges.Edged> patterns() {
    return patterns;
  }

  /**
   * Whether it begins with a literal, so that few texts lead far into it; without one it stands in
   * an order with those of a similar shape.
   */
  boolean hasLiteral() {
    return literal;
  }

  /** Puts triggers that share much next to one another, those with a literal first. */
  String order() {
    return (literal ? "0" : "1")
        + (patterns.isEmpty() ? "" : Relaxed.regex(patterns.get(0).node()));
  }

  /** The same for an engine of expressions. */
  public List<Expression> expressions() {
    return expressions;
  }

  /** Every match contains one of them, in lower case; empty when there is none. */
  public Set<String> literals() {
    return literals;
  }

  @Override
  public String toString() {
    return expressions.toString();
  }
}
