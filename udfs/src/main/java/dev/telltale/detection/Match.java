package dev.telltale.detection;

import dev.telltale.detection.rules.Rule;
import java.util.Comparator;
import java.util.List;

/** A confirmed value in a field. Holds it: never printed. */
final class Match {
  /** Rules for a format before generic ones, surer before less sure, longer before shorter. */
  static final Comparator<Match> STRONGEST_FIRST =
      Comparator.comparing((Match match) -> match.rule.generic())
          .thenComparing(match -> -match.confidence)
          .thenComparing(match -> match.start - match.end)
          .thenComparing(match -> match.start)
          .thenComparing(match -> match.rule.id());

  private final Rule rule;
  private final int start;
  private final int end;
  private final String value;
  private final double confidence;
  private final List<Evidence> evidence;

  Match(Rule rule, int start, int end, String value, double confidence) {
    this(rule, start, end, value, confidence, List.of());
  }

  Match(Rule rule, int start, int end, String value, double confidence, List<Evidence> evidence) {
    this.evidence = List.copyOf(evidence);
    this.rule = rule;
    this.start = start;
    this.end = end;
    this.value = value;
    this.confidence = confidence;
  }

  Rule rule() {
    return rule;
  }

  int start() {
    return start;
  }

  int end() {
    return end;
  }

  double confidence() {
    return confidence;
  }

  /** Why it is a match, without the value. */
  List<Evidence> evidence() {
    return evidence;
  }

  String reveal() {
    return value;
  }

  boolean overlaps(int from, int to) {
    return start < to && from < end;
  }

  @Override
  public String toString() {
    return rule.id() + " match of " + (end - start) + " characters";
  }
}
