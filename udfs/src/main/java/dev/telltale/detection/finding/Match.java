package dev.telltale.detection.finding;

import dev.telltale.detection.rules.Rule;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A confirmed value in a field. Holds it: never printed. */
public final class Match {
  /** Rules for a format before generic ones, surer before less sure, longer before shorter. */
  public static final Comparator<Match> STRONGEST_FIRST =
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
  private final @Nullable String knownCase;

  public Match(Rule rule, int start, int end, String value, double confidence) {
    this(rule, start, end, value, confidence, List.of());
  }

  public Match(
      Rule rule, int start, int end, String value, double confidence, List<Evidence> evidence) {
    this(rule, start, end, value, confidence, evidence, null);
  }

  /**
   * @param knownCase the case that the value is known from; null for one that stands by itself
   */
  public Match(
      Rule rule,
      int start,
      int end,
      String value,
      double confidence,
      List<Evidence> evidence,
      @Nullable String knownCase) {
    this.knownCase = knownCase;
    this.evidence = List.copyOf(evidence);
    this.rule = rule;
    this.start = start;
    this.end = end;
    this.value = value;
    this.confidence = confidence;
  }

  /** The same without the reasons, for one that is redacted and not reported. */
  public Match unexplained() {
    return evidence.isEmpty()
        ? this
        : new Match(rule, start, end, value, confidence, List.of(), knownCase);
  }

  /** The same value elsewhere in its text. */
  public Match moved(int by) {
    return new Match(rule, start + by, end + by, value, confidence, evidence, knownCase);
  }

  /** The case that the value is known from; null for one that stands by itself. */
  public @Nullable String knownCase() {
    return knownCase;
  }

  public Rule rule() {
    return rule;
  }

  public int start() {
    return start;
  }

  public int end() {
    return end;
  }

  public double confidence() {
    return confidence;
  }

  /** Why it is a match, without the value. */
  public List<Evidence> evidence() {
    return evidence;
  }

  public String reveal() {
    return value;
  }

  public boolean overlaps(int from, int to) {
    return start < to && from < end;
  }

  @Override
  public String toString() {
    return rule.id() + " match of " + (end - start) + " characters";
  }
}
