package dev.telltale.decoding.line.app;

import dev.telltale.decoding.line.Columns;
import dev.telltale.decoding.line.Line;
import dev.telltale.decoding.line.LineField;
import dev.telltale.decoding.line.TokenScan;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the logger's name among the words around the level of a log line, with the thread in
 * brackets and the number of the process that may be beside it.
 */
final class LoggerName {
  private static final int MAX_LENGTH = 200;

  private final Line line;
  private final String text;
  private final int from;
  private final int to;
  private final Columns columns;

  LoggerName(Line line, int from, int to, Columns columns) {
    this.line = line;
    this.text = line.reveal();
    this.from = from;
    this.to = to;
    this.columns = columns;
  }

  /** Adds all of the words; those that look like none of these as {@code context}. */
  void all() {
    int first = from;
    int last = to;
    while (first < last && " \t]|:-".indexOf(text.charAt(first)) >= 0) {
      first++;
    }
    while (last > first && " \t[|:-(<".indexOf(text.charAt(last - 1)) >= 0) {
      last--;
    }
    List<LineField> words = first < last ? LineField.spaced(text, first, last) : List.of();
    if (words == null || !areNames(words)) {
      columns.text("context", first, last);
    } else {
      add(words);
    }
  }

  /**
   * Adds the words in front of the message, if a dash or a colon ends them.
   *
   * @return where the message starts
   */
  int inFront() {
    int start = TokenScan.blanks(text, from, to);
    int max = Math.min(to, start + MAX_LENGTH);
    int dash = TokenScan.find(text, " - ", Math.max(from, start - 1), max);
    int colon = TokenScan.find(text, ": ", start, max);
    boolean dashed = dash >= 0 && (colon < 0 || dash < colon);
    int end = dashed ? dash : colon;
    if (dashed && dash < start) {
      return Math.min(dash + 3, line.size());
    }
    List<LineField> words = end < 0 ? null : LineField.spaced(text, start, end);
    if (words == null || words.isEmpty() || !areNames(words)) {
      return Math.min(start, line.size());
    }
    add(words);
    return TokenScan.blanks(text, end + (dashed ? 3 : 2), line.size());
  }

  /** Brackets, numbers and dashes, and at most one name after them. */
  private boolean areNames(List<LineField> words) {
    int names = 0;
    for (LineField word : words) {
      boolean plain = word.opener() == 0;
      boolean other = !plain || isDashes(word) || TokenScan.isDigits(text, word.from(), word.to());
      names += other ? 0 : 1;
      if (word.isQuoted() || names > 1 || (!other && !isName(word))) {
        return false;
      }
    }
    return true;
  }

  private void add(List<LineField> words) {
    List<LineField> brackets = new ArrayList<>();
    for (LineField word : words) {
      if (word.opener() == '[') {
        brackets.add(word);
      } else if (TokenScan.isDigits(text, word.from(), word.to())) {
        columns.text("process", word);
      } else if (!isDashes(word)) {
        columns.text("logger", word);
      }
    }
    for (int i = 0; i < brackets.size(); i++) {
      columns.text(i + 1 == brackets.size() ? "thread" : "context", brackets.get(i));
    }
  }

  private boolean isDashes(LineField word) {
    for (int i = word.from(); i < word.to(); i++) {
      if (text.charAt(i) != '-' && text.charAt(i) != ':') {
        return false;
      }
    }
    return true;
  }

  private boolean isName(LineField word) {
    for (int i = word.from(); i < word.to(); i++) {
      char c = text.charAt(i);
      if (!TokenScan.isLetter(c) && !TokenScan.isDigit(c) && "._$-:/#".indexOf(c) < 0) {
        return false;
      }
    }
    return TokenScan.isLetter(text.charAt(word.from()));
  }
}
