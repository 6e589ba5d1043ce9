package dev.telltale.detection.pattern;

import java.util.List;
import java.util.Set;

/** What no match of a rule can lack, derived from the rule and never written by hand. Immutable. */
public final class Trigger {
  private final List<PatternEdges.Edged> patterns;
  private final List<Expression> expressions;
  private final Set<String> literals;

  Trigger(List<PatternEdges.Edged> patterns, List<Expression> expressions, Set<String> literals) {
    this.patterns = List.copyOf(patterns);
    this.expressions = List.copyOf(expressions);
    this.literals = Set.copyOf(literals);
  }

  /** One of them stands inside every match, or inside the keyword that the rule requires. */
  List<PatternEdges.Edged> patterns() {
    return patterns;
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
