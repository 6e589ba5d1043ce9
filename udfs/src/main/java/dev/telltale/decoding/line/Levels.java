package dev.telltale.decoding.line;

import java.util.Locale;
import java.util.Set;

/** The words by which logging libraries name how grave a line is. */
public final class Levels {
  private static final int MAX_LENGTH = 8;
  private static final Set<String> WORDS =
      Set.of(
          "TRACE",
          "DEBUG",
          "INFO",
          "WARN",
          "WARNING",
          "ERROR",
          "FATAL",
          "SEVERE",
          "CRITICAL",
          "NOTICE",
          "CONFIG",
          "FINE",
          "FINER",
          "FINEST",
          "ALERT",
          "EMERG",
          "CRIT");

  private Levels() {}

  /** Whether there is a word, and nothing else. */
  public static boolean at(String text, int from, int to) {
    return to > from
        && to - from <= MAX_LENGTH
        && WORDS.contains(text.substring(from, to).toUpperCase(Locale.ROOT));
  }
}
