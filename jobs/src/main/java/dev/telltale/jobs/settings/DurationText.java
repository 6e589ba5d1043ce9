package dev.telltale.jobs.settings;

import java.time.Duration;

/** Durations as people write them: {@code 90s}, {@code 15m}, {@code 36h}, {@code 7d}. */
final class DurationText {
  /** Ten years: more is a slip of the finger. */
  private static final long MAX_DAYS = 3660;

  private static final int MAX_CHARS = 9;

  private DurationText() {}

  /** Null if the text is no duration. */
  static Duration read(String text) {
    if (text.length() < 2 || text.length() > MAX_CHARS) {
      return null;
    }
    long number = 0;
    for (int i = 0; i < text.length() - 1; i++) {
      char c = text.charAt(i);
      if (c < '0' || c > '9') {
        return null;
      }
      number = number * 10 + (c - '0');
    }
    Duration duration =
        switch (text.charAt(text.length() - 1)) {
          case 's' -> Duration.ofSeconds(number);
          case 'm' -> Duration.ofMinutes(number);
          case 'h' -> Duration.ofHours(number);
          case 'd' -> Duration.ofDays(number);
          default -> null;
        };
    return duration == null || duration.toDays() > MAX_DAYS ? null : duration;
  }

  /** In the largest unit that divides it. */
  static String of(Duration duration) {
    long seconds = duration.toSeconds();
    if (seconds % 86_400 == 0) {
      return seconds / 86_400 + "d";
    }
    if (seconds % 3_600 == 0) {
      return seconds / 3_600 + "h";
    }
    return seconds % 60 == 0 ? seconds / 60 + "m" : seconds + "s";
  }
}
