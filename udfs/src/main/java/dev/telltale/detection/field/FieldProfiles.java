package dev.telltale.detection.field;

import dev.telltale.detection.rules.RuleSet;
import java.util.List;

/** All profiles of a task, in bounded memory. Not thread-safe. */
public final class FieldProfiles {
  private static final int MAX_COUNT = 20_000;

  private final RuleSet rules;
  private CleanTexts clean = new CleanTexts();
  private FieldProfile root;
  private int count;

  public FieldProfiles(RuleSet rules) {
    this.rules = rules;
    root = fresh();
  }

  private FieldProfile fresh() {
    return new FieldProfile(this, List.of(), List.of(), false, true);
  }

  /** The profile of a record body; asked once per record, which is when old profiles may go. */
  public FieldProfile root() {
    if (count > MAX_COUNT) {
      count = 0;
      clean = new CleanTexts();
      root = fresh();
    }
    return root;
  }

  CleanTexts clean() {
    return clean;
  }

  /** Counts one more; returns its number. */
  int created() {
    return count++;
  }

  RuleSet rules() {
    return rules;
  }
}
