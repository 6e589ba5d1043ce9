package dev.telltale.detection;

import dev.telltale.detection.finding.ErasedMarker;
import java.util.Locale;

/**
 * What a sanitiser left in a value's place: {@code [redacted]}, {@code [redacted:email]}, {@code
 * [redacted:md5:<hash>:<key>]} and the like (gitpod-io/gitpod components/scrubber), and our own
 * markers. Never findings: {@link ErasedMarker} neither.
 */
final class SanitisedForms {
  private static final String[] OPENINGS = {"[redacted", "[telltale:"};
  private static final int MAX_LENGTH = 160;

  private SanitisedForms() {}

  /** Whether a span touches such a form. */
  static boolean touch(String text, int start, int end) {
    if (ErasedMarker.is(text, start, end)) {
      return true;
    }
    int from = Math.max(0, start - MAX_LENGTH);
    int to = Math.min(text.length(), end + 10);
    int open = indexOf(text, '[', from, to);
    while (open >= 0) {
      if (isOpening(text, open)) {
        int close = indexOf(text, ']', open, open + MAX_LENGTH + 1);
        int last = close < 0 ? open + OPENINGS[0].length() : close;
        if (open < end && last >= start) {
          return true;
        }
      }
      open = indexOf(text, '[', open + 1, to);
    }
    return false;
  }

  /** Looks no further than {@code to}: a text may hold many spans. */
  private static int indexOf(String text, char c, int from, int to) {
    for (int i = from; i < Math.min(to, text.length()); i++) {
      if (text.charAt(i) == c) {
        return i;
      }
    }
    return -1;
  }

  private static boolean isOpening(String text, int open) {
    for (String opening : OPENINGS) {
      if (text.regionMatches(true, open, opening, 0, opening.length())) {
        return true;
      }
    }
    return false;
  }

  /** Whether the whole text is the note that stands for a payload that was too long. */
  static boolean isStrippedNote(String text) {
    return text.length() < 200
        && text.toLowerCase(Locale.ROOT).startsWith("payload stripped as log item was longer than");
  }
}
