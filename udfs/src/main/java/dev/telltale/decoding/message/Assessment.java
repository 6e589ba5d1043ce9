package dev.telltale.decoding.message;

import dev.telltale.framing.MessageFraming;
import java.util.Comparator;

/**
 * How well the bytes of a leaf fit one format in one framing. The better one has fewer violations,
 * then fewer fields that its schema lacks, then more that it has; where all are equal, it stands
 * earlier in the list of formats.
 *
 * @param messages that were judged and are not empty
 * @param intact those of them without violations
 * @param violations in all of them, and one more where the framing does not end where the leaf does
 */
record Assessment(
    MessageFormat format,
    MessageFraming framing,
    long messages,
    long intact,
    long violations,
    long unknown,
    long known,
    long texts) {
  static final Comparator<Assessment> BEST_FIRST =
      Comparator.comparingLong(Assessment::violations)
          .thenComparingLong(Assessment::unknown)
          .thenComparing(Comparator.comparingLong(Assessment::known).reversed());

  private static final int KNOWN_PER_VIOLATION = 8;

  /** Whether chance does not give as much: text, and far more that fits than does not. */
  boolean isCredible() {
    return texts > 0
        && unknown * 2 <= known
        && violations * KNOWN_PER_VIOLATION <= known
        && (violations == 0 || texts > 1);
  }

  /** In counts and names only. */
  String evidence() {
    return switch (framing) {
          case WHOLE -> "one message";
          case VARINT -> "messages behind varint lengths";
          case BIG_ENDIAN -> "messages behind four-byte lengths";
        }
        + ": "
        + violations
        + " violations, "
        + unknown
        + " unknown and "
        + known
        + " known fields in "
        + messages
        + " judged";
  }
}
