package dev.telltale.detection.field;

import dev.telltale.detection.rules.RuleSet;
import java.util.List;

/** The profiles of a task, in bounded memory. Not thread-safe. */
public final class FieldProfiles {
  private static final int MAX_KEPT = 40_000;

  private final RuleSet rules;
  private final NameVocabulary vocabulary;
  private final LongNames longNames = new LongNames();
  private CleanTexts clean = new CleanTexts();
  private FieldProfile root;
  private int created;
  private int kept;

  public FieldProfiles(RuleSet rules) {
    this.rules = rules;
    vocabulary = new NameVocabulary(rules);
    root = fresh();
  }

  private FieldProfile fresh() {
    return new FieldProfile(this, List.of(), List.of(), List.of(), 0, false, true);
  }

  /** The profile of a record body; asked once per record, which is when old profiles may go. */
  public FieldProfile root() {
    if (kept >= MAX_KEPT) {
      kept = 0;
      clean = new CleanTexts();
      root = fresh();
    }
    return root;
  }

  LongNames longNames() {
    return longNames;
  }

  CleanTexts clean() {
    return clean;
  }

  /** The number of one more profile. */
  int created() {
    return created++;
  }

  /** Whether one more may be kept to be found again; of one record no more are than that. */
  boolean mayKeep() {
    return kept < MAX_KEPT && kept++ >= 0;
  }

  NameVocabulary vocabulary() {
    return vocabulary;
  }

  RuleSet rules() {
    return rules;
  }
}
