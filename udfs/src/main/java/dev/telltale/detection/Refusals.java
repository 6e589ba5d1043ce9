package dev.telltale.detection;

import dev.telltale.detection.rules.Rule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * What rules took a look at and left alone, and why, to explain why a text is no finding. Reasons
 * are made of words of the rules: they may be shown.
 */
public final class Refusals {
  /** Notes nothing. */
  static final Refusals NONE = new Refusals(false);

  /** More are of one text that all rules look at in vain. */
  private static final int MAX_KEPT = 1_000;

  /** How far a rule came, in the order in which it looks. */
  public enum Stage {
    NO_VALUE("no value of its form stands there"),
    NO_KEYWORD("none of its words stands near the value, or the name says that it is of another"),
    CHECK_FAILED("a check of the value failed"),
    NAMED_OTHERWISE("a word directly beside it says what it is instead"),
    OTHER_ROLE("the field's name says what it is instead"),
    OTHER_SHAPE("it has the shape of something else"),
    KNOWN_EXAMPLE("it is published as an example, or already redacted");

    private final String meaning;

    Stage(String meaning) {
      this.meaning = meaning;
    }

    /** In words. */
    public String meaning() {
      return meaning;
    }
  }

  /**
   * One rule that looked.
   *
   * @param length of what it took for a value, in UTF-16 units
   * @param detail which check, or null
   */
  public record Refusal(Rule rule, Stage stage, int length, String detail) {
    /** Why, in words. */
    public String reason() {
      return detail == null ? stage.meaning() : stage.meaning() + ": " + detail;
    }
  }

  private final boolean notes;
  private final List<Refusal> all = new ArrayList<>();

  private Refusals(boolean notes) {
    this.notes = notes;
  }

  /** An empty list that is kept. */
  public static Refusals kept() {
    return new Refusals(true);
  }

  void add(Rule rule, Stage stage, int length, String detail) {
    if (notes && all.size() < MAX_KEPT) {
      all.add(new Refusal(rule, stage, length, detail));
    }
  }

  /**
   * Those that came furthest first, of each rule its best; longer values and surer rules before.
   */
  public List<Refusal> nearest(int limit) {
    List<Refusal> sorted = new ArrayList<>(all);
    sorted.sort(
        Comparator.comparing(Refusal::stage)
            .thenComparing(Refusal::length)
            .thenComparing(each -> each.rule().confidence())
            .reversed());
    List<Refusal> nearest = new ArrayList<>();
    List<String> told = new ArrayList<>();
    for (Refusal each : sorted) {
      if (nearest.size() < limit && !told.contains(each.rule().id())) {
        told.add(each.rule().id());
        nearest.add(each);
      }
    }
    return nearest;
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%d refusals", all.size());
  }
}
