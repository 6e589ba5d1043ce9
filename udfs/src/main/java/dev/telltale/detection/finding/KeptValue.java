package dev.telltale.detection.finding;

import org.jspecify.annotations.Nullable;

/**
 * One value that detection is asked to keep where it meets it again, known by its fingerprint: for
 * a person who has to check it. Holds the value: never printed. Not thread-safe.
 */
public final class KeptValue {
  private final String fingerprint;
  private @Nullable String value;

  /**
   * Asks for a value.
   *
   * @param fingerprint under the key of the detector
   */
  public KeptValue(String fingerprint) {
    this.fingerprint = fingerprint;
  }

  /** Takes the value of what was found, if it is the one. */
  public void offer(FoundText found) {
    if (found.fingerprint().equals(fingerprint)) {
      value = found.revealValue();
    }
  }

  /** Whether it was met. */
  public boolean isThere() {
    return value != null;
  }

  /** The value, once it was met. */
  public String reveal() {
    if (value == null) {
      throw new IllegalStateException("the value was not met");
    }
    return value;
  }

  @Override
  public String toString() {
    return value == null ? "no value yet" : "a value of " + value.length() + " characters";
  }
}
