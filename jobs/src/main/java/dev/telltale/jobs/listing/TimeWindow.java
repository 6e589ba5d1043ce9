package dev.telltale.jobs.listing;

import dev.telltale.listing.ObjectKey;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Objects;

/**
 * Which objects are wanted by time: those exported at {@code since} or later and before {@code
 * until}. An object's time is the one in its key; where the key has none, the store's last
 * modification, as in the {@code export_time} column.
 *
 * @param since inclusive; null for the beginning
 * @param until exclusive; null for no end
 * @param slack how far the times of keys may lie outside of the day or hour that their folder
 *     names: Firehose buffers records, and delivers late after an outage
 */
public record TimeWindow(Instant since, Instant until, Duration slack) implements Serializable {
  /** Everything. */
  public static final TimeWindow ALWAYS = new TimeWindow(null, null, Duration.ZERO);

  private static final Duration HOUR = Duration.ofHours(1);

  public TimeWindow {
    Objects.requireNonNull(slack, "slack");
    if (since != null && until != null && !since.isBefore(until)) {
      throw new IllegalArgumentException("since must be before until");
    }
  }

  boolean isBounded() {
    return since != null || until != null;
  }

  boolean holds(String key, Instant lastModified) {
    Instant inKey = ObjectKey.of(key).exportTime();
    Instant exported = inKey == null ? lastModified : inKey;
    return (since == null || !exported.isBefore(since))
        && (until == null || exported.isBefore(until));
  }

  /** What a folder's name says about the objects below it. */
  enum Verdict {
    /** It names an hour, or a day, within reach of the window. */
    INSIDE,
    OUTSIDE,
    /** It names no day, or a day that holds the window's edge. */
    OPEN
  }

  /**
   * @param prefix ends with a slash, or is empty
   */
  Verdict of(String prefix) {
    ObjectKey folder = ObjectKey.of(prefix);
    Instant hour = folder.exportTime();
    if (hour != null) {
      return reaches(hour, hour.plus(HOUR)) ? Verdict.INSIDE : Verdict.OUTSIDE;
    }
    LocalDate day = folder.exportDate();
    if (day == null) {
      return Verdict.OPEN;
    }
    Instant from = day.atStartOfDay(ZoneOffset.UTC).toInstant();
    Instant to = day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    if (!reaches(from, to)) {
      return Verdict.OUTSIDE;
    }
    boolean whole =
        (since == null || !from.minus(slack).isBefore(since))
            && (until == null || !to.plus(slack).isAfter(until));
    return whole ? Verdict.INSIDE : Verdict.OPEN;
  }

  private boolean reaches(Instant from, Instant to) {
    return (since == null || to.plus(slack).isAfter(since))
        && (until == null || from.minus(slack).isBefore(until));
  }
}
