package dev.telltale.jobs.settings;

import java.util.ArrayList;
import java.util.List;

/** Text in lines of a width, broken at blanks only: URIs and times stay whole. */
final class WrappedText {
  private WrappedText() {}

  static List<String> lines(String text, int width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.split(" ", -1)) {
      if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }
}
