package dev.telltale.jobs.settings;

import java.time.Duration;

/** Lengths of time as a user writes them: {@code 90s}, {@code 15m}, {@code 36h}, {@code 7d}. */
final class Span {
  /** Ten years: more is a slip of the finger. */
  private static final long MOST_DAYS = 3660;

  private Span() {}

  /** Null if it is none. */
  static Duration read(String text) {
    if (text.length() < 2 || text.length() > 9) {
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
    Duration span =
        switch (text.charAt(text.length() - 1)) {
          case 's' -> Duration.ofSeconds(number);
          case 'm' -> Duration.ofMinutes(number);
          case 'h' -> Duration.ofHours(number);
          case 'd' -> Duration.ofDays(number);
          default -> null;
        };
    return span == null || span.toDays() > MOST_DAYS ? null : span;
  }
}
