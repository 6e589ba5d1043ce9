package dev.telltale.prevention;

import java.io.Serializable;

/**
 * What a processor did.
 *
 * @param values of the case, once for each record that holds them
 * @param caught those that were gone afterwards
 * @param innocent records in which nothing was found
 * @param changed those that were changed or dropped
 */
public record ReplayCount(long values, long caught, long innocent, long changed)
    implements Serializable {
  /** Nothing was sent. */
  public static final ReplayCount NONE = new ReplayCount(0, 0, 0, 0);

  static ReplayCount affected(int values, int left) {
    return new ReplayCount(values, values - left, 0, 0);
  }

  static ReplayCount innocent(boolean changed) {
    return new ReplayCount(0, 0, 1, changed ? 1 : 0);
  }

  /** Both together. */
  public ReplayCount plus(ReplayCount other) {
    return new ReplayCount(
        values + other.values,
        caught + other.caught,
        innocent + other.innocent,
        changed + other.changed);
  }

  /** Part of the values that are gone, from 0 to 1. */
  public double caughtPart() {
    return values == 0 ? 0 : (double) caught / values;
  }

  /** Part of the innocent records that are not what they were, from 0 to 1. */
  public double collateralPart() {
    return innocent == 0 ? 0 : (double) changed / innocent;
  }
}
