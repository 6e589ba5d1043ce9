package dev.telltale.detection.pattern;

import java.util.List;
import java.util.Set;

/**
 * What no match of a rule can lack, derived from the rule and never written by hand.
 *
 * @param expressions for an expression engine: one of them ends inside every match (or inside the
 *     keyword that the rule requires)
 * @param literals for a literal engine: every match contains one of them, in lower case; empty when
 *     {@code run} is to be used
 * @param tokens whether the literals are tokens, which count only where they stand as a whole
 * @param run shape check for rules without a useful literal, or null
 */
public record Trigger(
    List<Expression> expressions, Set<String> literals, boolean tokens, ByteRun run) {
  public Trigger {
    expressions = List.copyOf(expressions);
    literals = Set.copyOf(literals);
  }
}
