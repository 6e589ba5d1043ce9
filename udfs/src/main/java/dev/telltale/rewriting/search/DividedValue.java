package dev.telltale.rewriting.search;

import dev.telltale.rewriting.text.TextEdit;
import java.util.ArrayList;
import java.util.List;

/**
 * A value whose parts are at the end of a line and, after what every line starts with, in those
 * that follow: what the container runtime writes of a long message.
 */
final class DividedValue {
  private static final int MIN_PART = 3;

  private final String text;
  private final String value;
  private final String replacement;

  private DividedValue(String text, Wanted wanted) {
    this.text = text;
    value = wanted.revealSought();
    replacement = wanted.replacement();
  }

  /** The edits of all its parts, wherever it is; none where it is nowhere. */
  static List<TextEdit> in(String text, Wanted wanted) {
    return new DividedValue(text, wanted).all();
  }

  private List<TextEdit> all() {
    List<TextEdit> edits = new ArrayList<>();
    for (int feed = text.indexOf('\n'); feed >= 0; feed = text.indexOf('\n', feed + 1)) {
      int end = end(feed);
      int part = tail(end, lineStart(end), 0);
      if (part >= MIN_PART) {
        List<TextEdit> rest = rest(feed + 1, part);
        if (!rest.isEmpty()) {
          edits.add(new TextEdit(end - part, end, replacement));
          edits.addAll(rest);
        }
      }
    }
    return edits;
  }

  private int end(int feed) {
    return feed > 0 && text.charAt(feed - 1) == '\r' ? feed - 1 : feed;
  }

  private int lineStart(int end) {
    return text.lastIndexOf('\n', Math.max(0, end - 1)) + 1;
  }

  /** How many characters of the value, from one on, end the line; never all of them. */
  private int tail(int end, int start, int first) {
    int max = Math.min(value.length() - first - 1, end - start);
    for (int count = max; count > 0; count--) {
      if (text.startsWith(value.substring(first, first + count), end - count)) {
        return count;
      }
    }
    return 0;
  }

  /** The parts from a line on that hold all that is left; none where they do not. */
  private List<TextEdit> rest(int line, int first) {
    List<TextEdit> edits = new ArrayList<>();
    int from = line;
    int done = first;
    while (from < text.length()) {
      int feed = text.indexOf('\n', from);
      int end = feed < 0 ? text.length() : end(feed);
      String left = value.substring(done);
      int at = text.indexOf(left, from);
      if (at >= 0 && at + left.length() <= end) {
        edits.add(new TextEdit(at, at + left.length(), replacement));
        return edits;
      }
      int part = tail(end, from, done);
      if (feed < 0 || part == 0) {
        return List.of();
      }
      edits.add(new TextEdit(end - part, end, replacement));
      done += part;
      from = feed + 1;
    }
    return List.of();
  }

  @Override
  public String toString() {
    return "value of " + value.length() + " characters";
  }
}
