package dev.telltale.detection;

import dev.telltale.detection.rules.Keywords;
import dev.telltale.detection.rules.Words;
import java.util.List;

/**
 * Looks for words around one value: in the name written before it, in the name of its field or of
 * its key/value pair, on the path, and in the text on either side. Holds content: never printed.
 */
final class ContextWords {
  private static final int LONGEST_WORD = 32;

  private final Field field;
  private final String text;
  private final int start;
  private final int end;
  private final List<String> name;

  ContextWords(Field field, int start, int end) {
    this.field = field;
    this.text = field.reveal();
    this.start = start;
    this.end = end;
    String inline = InlineName.before(text, start);
    this.name = inline == null ? null : Words.of(inline);
  }

  /** A word and where it stood. */
  static final class Told {
    private final Evidence evidence;
    private final boolean byName;

    Told(List<String> word, String place, boolean byName) {
      this.evidence = Evidence.keyword(String.join(" ", word), place);
      this.byName = byName;
    }

    Evidence evidence() {
      return evidence;
    }

    /** Whether it is the name of the value, not only a word beside it. */
    boolean isByName() {
      return byName;
    }
  }

  /** The tokens of the name written before the value, or null. */
  List<String> name() {
    return name;
  }

  /** Null when no word tells. */
  Told told(Keywords keywords) {
    if (keywords.looksIn(Keywords.Where.KEY)) {
      List<String> word = name == null ? null : keywords.wordInName(name);
      if (word != null) {
        return new Told(word, "the name before the value", true);
      }
    }
    FieldProfile.ToldByName byName = field.profile().toldBy(keywords);
    if (byName != null) {
      return new Told(
          byName.word(), byName.isPath() ? "the path" : "the field's name", !byName.isPath());
    }
    if (keywords.looksIn(Keywords.Where.BEFORE)) {
      int from = wordStart(Math.max(0, start - keywords.distance()));
      List<String> word = keywords.wordInText(Words.of(text.substring(from, start)));
      if (word != null) {
        return new Told(word, "the text before the value", false);
      }
    }
    if (keywords.looksIn(Keywords.Where.AFTER)) {
      int to = wordEnd(Math.min(text.length(), end + keywords.distance()));
      List<String> word = keywords.wordInText(Words.of(text.substring(end, to)));
      if (word != null) {
        return new Told(word, "the text after the value", false);
      }
    }
    return null;
  }

  /** The unbroken run of name-like characters that the value stands in. */
  String token() {
    int from = start;
    while (from > 0 && start - from < LONGEST_TOKEN && joins(text.charAt(from - 1))) {
      from--;
    }
    int to = end;
    while (to < text.length() && to - end < LONGEST_TOKEN && joins(text.charAt(to))) {
      to++;
    }
    return text.substring(from, to);
  }

  private static final int LONGEST_TOKEN = 200;

  private static boolean joins(char c) {
    return Character.isLetterOrDigit(c) || "._:/@+~-".indexOf(c) >= 0;
  }

  private int wordStart(int at) {
    int from = at;
    while (from > 0
        && at - from < LONGEST_WORD
        && Character.isLetterOrDigit(text.charAt(from - 1))) {
      from--;
    }
    return from;
  }

  private int wordEnd(int at) {
    int to = at;
    while (to < text.length()
        && to - at < LONGEST_WORD
        && Character.isLetterOrDigit(text.charAt(to))) {
      to++;
    }
    return to;
  }

  @Override
  public String toString() {
    return "context of " + (end - start) + " characters";
  }
}
