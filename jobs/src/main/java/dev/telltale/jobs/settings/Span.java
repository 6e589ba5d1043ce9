package dev.telltale.jobs.settings;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;

/** Lengths of time as people write them: {@code 7d}, {@code 36h}, {@code 90m}. */
final class Span {
  private static final Map<Character, ChronoUnit> UNITS =
      Map.of('m', ChronoUnit.MINUTES, 'h', ChronoUnit.HOURS, 'd', ChronoUnit.DAYS);

  private Span() {}

  static Duration read(String text, Duration least) {
    String lower = text.toLowerCase(Locale.ROOT);
    ChronoUnit unit = lower.isEmpty() ? null : UNITS.get(lower.charAt(lower.length() - 1));
    if (unit != null) {
      try {
        Duration span = Duration.of(Integer.parseInt(lower.substring(0, lower.length() - 1)), unit);
        if (span.compareTo(least) >= 0) {
          return span;
        }
      } catch (NumberFormatException notANumber) {
        // Falls through to the one message below.
      }
    }
    throw new IllegalArgumentException(
        "a time of at least " + shown(least) + ", such as 7d or 36h");
  }

  static String shown(Duration span) {
    if (span.toMinutes() % 60 != 0) {
      return span.toMinutes() + "m";
    }
    return span.toHours() % 24 == 0 && span.toDays() > 0
        ? span.toDays() + "d"
        : span.toHours() + "h";
  }
}
