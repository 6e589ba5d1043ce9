package dev.telltale.rewriting.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** A range of characters and what takes its place. Holds content: never printed. Immutable. */
public final class TextEdit {
  private final int from;
  private final int to;
  private final String text;

  public TextEdit(int from, int to, String text) {
    this.from = from;
    this.to = to;
    this.text = Objects.requireNonNull(text, "text");
  }

  public int from() {
    return from;
  }

  public int to() {
    return to;
  }

  public String reveal() {
    return text;
  }

  /** The same so many characters later. */
  public TextEdit moved(int by) {
    return new TextEdit(from + by, to + by, text);
  }

  /** In order; of those that overlap the first, reaching to the end of the last. */
  public static List<TextEdit> joined(List<TextEdit> edits) {
    List<TextEdit> sorted = new ArrayList<>(edits);
    sorted.sort(Comparator.comparingInt(TextEdit::from).thenComparingInt(TextEdit::to));
    List<TextEdit> joined = new ArrayList<>();
    for (TextEdit each : sorted) {
      TextEdit last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
      if (last == null || each.from >= last.to) {
        joined.add(each);
      } else {
        joined.set(
            joined.size() - 1, new TextEdit(last.from, Math.max(last.to, each.to), last.text));
      }
    }
    return joined;
  }

  @Override
  public String toString() {
    return "edit of " + (to - from) + " characters";
  }
}
