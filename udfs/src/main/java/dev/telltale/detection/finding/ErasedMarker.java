package dev.telltale.detection.finding;

/** What takes the place of a value that is erased from its source. Never a finding. */
public final class ErasedMarker {
  /**
   * The text itself: of characters that are escaped in no format, and with one that keeps it from
   * being a word.
   */
  public static final String TEXT = "telltale-erased";

  /** More characters of a word beside it are another value. */
  private static final int MAX_BESIDE = 3;

  private ErasedMarker() {}

  /** Whether a span of a text is the marker, or hardly more than it. */
  public static boolean is(String text, int start, int end) {
    int from = Math.max(0, start - TEXT.length() + 1);
    int last = 0;
    int beside = 0;
    int at = text.indexOf(TEXT, from);
    int next = start;
    while (at >= 0 && at < end) {
      beside += words(text, next, Math.min(at, end));
      next = Math.max(next, at + TEXT.length());
      last++;
      at = text.indexOf(TEXT, at + TEXT.length());
    }
    return last > 0 && beside + words(text, next, end) <= MAX_BESIDE;
  }

  private static int words(String text, int from, int to) {
    int count = 0;
    for (int i = from; i < to; i++) {
      count += Character.isLetterOrDigit(text.charAt(i)) ? 1 : 0;
    }
    return count;
  }
}
