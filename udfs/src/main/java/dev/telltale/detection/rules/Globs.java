package dev.telltale.detection.rules;

/** Patterns in which {@code *} stands for any text. */
final class Globs {
  private Globs() {}

  /** In time linear in the text for each star. */
  static boolean match(String glob, String text) {
    int star = -1;
    int mark = 0;
    int g = 0;
    int t = 0;
    while (t < text.length()) {
      if (g < glob.length() && glob.charAt(g) == '*') {
        star = g++;
        mark = t;
      } else if (g < glob.length() && glob.charAt(g) == text.charAt(t)) {
        g++;
        t++;
      } else if (star >= 0) {
        g = star + 1;
        t = ++mark;
      } else {
        return false;
      }
    }
    while (g < glob.length() && glob.charAt(g) == '*') {
      g++;
    }
    return g == glob.length();
  }
}
