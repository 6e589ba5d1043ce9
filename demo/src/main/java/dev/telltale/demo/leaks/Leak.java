package dev.telltale.demo.leaks;

import java.util.Objects;

/** One planted sensitive value: what a scan of its object has to report. */
public final class Leak {
  private final String objectKey;
  private final String rule;
  private final String value;
  private final int occurrences;
  private final String note;

  Leak(String objectKey, String rule, String value, int occurrences, String note) {
    this.objectKey = Objects.requireNonNull(objectKey, "objectKey");
    this.rule = Objects.requireNonNull(rule, "rule");
    this.value = Objects.requireNonNull(value, "value");
    this.occurrences = occurrences;
    this.note = Objects.requireNonNull(note, "note");
  }

  public String objectKey() {
    return objectKey;
  }

  /** The id of the rule that is expected to report it. */
  public String rule() {
    return rule;
  }

  /** The sensitive value itself, as it reads after all decoding. */
  public String reveal() {
    return value;
  }

  /** At how many places of the object the value stands. */
  public int occurrences() {
    return occurrences;
  }

  /** Where it stands; starts with the letter of the sanitiser's blind spot that it shows. */
  public String note() {
    return note;
  }

  Leak in(String otherKey) {
    return new Leak(otherKey, rule, value, occurrences, note);
  }

  @Override
  public String toString() {
    return rule + " of " + value.length() + " characters in " + objectKey + " (" + note + ")";
  }
}
