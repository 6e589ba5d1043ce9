package dev.telltale.decoding.message;

import dev.telltale.decoding.message.wire.MessageReading;
import dev.telltale.framing.MessageFraming;
import java.util.Comparator;

/**
 * How well the bytes of a leaf fit one format in one framing. The better one has fewer violations,
 * then fewer fields that its schema lacks, then fewer messages without any, then more fields that
 * it has; where all are equal, it comes earlier in the list of formats.
 *
 * @param messages that were judged and are not empty
 * @param intact those of them without violations
 * @param violations in all of them, and one more where the framing does not end where the leaf does
 * @param empty messages, which may be lengths of another framing
 */
record Assessment(
    MessageFormat format,
    MessageFraming framing,
    long messages,
    long intact,
    long violations,
    long unknown,
    long known,
    long texts,
    long empty) {
  static final Comparator<Assessment> BEST_FIRST =
      Comparator.comparingLong(Assessment::violations)
          .thenComparingLong(Assessment::unknown)
          .thenComparingLong(Assessment::empty)
          .thenComparing(Comparator.comparingLong(Assessment::known).reversed());

  private static final int KNOWN_PER_VIOLATION = 8;

  /**
   * Judges the messages of a chain, one after the other up to the first that is damaged.
   *
   * @param max violations that are worth going on for
   * @return null if the format is out of the question
   */
  static Assessment of(
      FormatProbe probe, MessageFormat format, MessageChain chain, byte[] bytes, int max) {
    long intact = 0;
    long violations = chain.exact() ? 0 : 1;
    long unknown = 0;
    long known = 0;
    long texts = 0;
    for (MessageChain.Extent extent : chain.judged()) {
      MessageReading reading = probe.checked(bytes, extent.from(), extent.to(), max);
      boolean damaged = reading == null || reading.violationCount() > 0;
      if (damaged && chain.framing() != MessageFraming.WHOLE) {
        violations++;
        break;
      }
      if (reading == null) {
        return null;
      }
      intact += damaged ? 0 : 1;
      violations += reading.violationCount();
      unknown += reading.unknown();
      known += reading.known();
      texts += reading.texts();
    }
    return violations > max
        ? null
        : new Assessment(
            format,
            chain.framing(),
            chain.judged().size(),
            intact,
            violations,
            unknown,
            known,
            texts,
            chain.empty());
  }

  /** Whether chance does not give as much: text, and far more that fits than does not. */
  boolean isCredible() {
    return texts > 0
        && unknown * 2 <= known
        && violations * KNOWN_PER_VIOLATION <= known
        && (violations == 0 || texts > 1)
        && (violations < 2 || framing == MessageFraming.WHOLE || intact > 1);
  }

  /** In counts and names only. */
  String evidence() {
    return switch (framing) {
          case WHOLE -> "one message";
          case VARINT -> "messages after varint lengths";
          case BIG_ENDIAN -> "messages after four-byte lengths";
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
