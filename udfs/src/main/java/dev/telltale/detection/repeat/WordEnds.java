package dev.telltale.detection.repeat;

/** Where letters and digits end: a value goes no further than its word. */
final class WordEnds {
  private static final int ASCII = 128;
  private static final boolean[] PARTS = new boolean[ASCII];

  static {
    for (int c = 0; c < ASCII; c++) {
      PARTS[c] = Character.isLetterOrDigit(c);
    }
  }

  private WordEnds() {}

  static boolean isPart(char c) {
    return c < ASCII ? PARTS[c] : Character.isLetterOrDigit(c);
  }

  /** Whether no word goes on across a place in a text. */
  static boolean isEnd(String text, int end) {
    return end == 0
        || end == text.length()
        || !isPart(text.charAt(end))
        || !isPart(text.charAt(end - 1));
  }
}
