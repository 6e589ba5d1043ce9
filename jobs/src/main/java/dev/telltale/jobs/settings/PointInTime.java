package dev.telltale.jobs.settings;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.function.Function;

/**
 * A time as a user writes it: a day, a day and a time of day (UTC unless it has an offset), or how
 * long ago.
 *
 * @param time null if it is counted from the moment of the call
 * @param ago null if it is a time of the calendar
 */
public record PointInTime(Instant time, Duration ago) {
  static final String FORMS =
      "a day (2026-04-30), a time (2026-04-30T06:00Z), or how long ago (90m, 36h, 7d)";

  static PointInTime read(String text) {
    Duration ago = DurationText.read(text);
    if (ago != null) {
      return new PointInTime(null, ago);
    }
    Instant time =
        parsed(text, day -> LocalDate.parse(day).atStartOfDay().toInstant(ZoneOffset.UTC));
    time =
        time == null
            ? parsed(text, local -> LocalDateTime.parse(local).toInstant(ZoneOffset.UTC))
            : time;
    time = time == null ? parsed(text, offset -> OffsetDateTime.parse(offset).toInstant()) : time;
    if (time == null) {
      throw new IllegalArgumentException(FORMS);
    }
    return new PointInTime(time, null);
  }

  private static Instant parsed(String text, Function<String, Instant> form) {
    try {
      return form.apply(text);
    } catch (DateTimeException otherForm) {
      return null;
    }
  }

  /**
   * @param now the moment of the call
   */
  public Instant at(Instant now) {
    return time == null ? now.minus(ago) : time;
  }
}
