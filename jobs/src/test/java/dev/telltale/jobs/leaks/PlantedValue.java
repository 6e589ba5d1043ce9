package dev.telltale.jobs.leaks;

/** A sensitive value that was planted: once where its surroundings give it away, once without. */
final class PlantedValue {
  private final String rule;
  private final String value;
  private final String object;

  PlantedValue(String rule, String value, String object) {
    this.rule = rule;
    this.value = value;
    this.object = object;
  }

  String reveal() {
    return value;
  }

  /** The key of the object that holds it. */
  String object() {
    return object;
  }

  @Override
  public String toString() {
    return rule + " of " + value.length() + " characters in " + object;
  }
}
