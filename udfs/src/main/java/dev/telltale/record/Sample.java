package dev.telltale.record;

import java.time.Instant;

/**
 * One numeric sample of a metric.
 *
 * @param time null where the format gives none
 * @param value not to be used where it is redacted
 * @param isRedacted whether the value was sensitive
 */
public record Sample(Instant time, double value, boolean isRedacted) {
  public Sample(Instant time, double value) {
    this(time, value, false);
  }

  /** A sample whose value was sensitive. */
  public static Sample redacted(Instant time) {
    return new Sample(time, 0, true);
  }
}
