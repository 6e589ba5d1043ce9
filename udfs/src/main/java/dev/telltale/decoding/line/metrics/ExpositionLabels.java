package dev.telltale.decoding.line.metrics;

import dev.telltale.decoding.line.Line;
import dev.telltale.decoding.line.TokenScan;
import dev.telltale.value.Member;
import dev.telltale.value.ObjectValue;
import dev.telltale.value.TextValue;
import java.util.ArrayList;
import java.util.List;

/**
 * The name and the labels of a series. Escapes in quotes are decoded; a quoted name without a value
 * inside the braces is that of the metric, as Prometheus 3 writes names in UTF-8.
 */
final class ExpositionLabels {
  private static final String NAME = "__name__";

  private final Line line;
  private final String text;
  private final int to;
  private final List<Member> labels = new ArrayList<>();

  ExpositionLabels(Line line) {
    this.line = line;
    text = line.reveal();
    to = line.size();
  }

  ObjectValue build() {
    return new ObjectValue(labels);
  }

  /** Reads {@code name{label="value"}}; returns the index after it, or -1. */
  int readSeries(int from) {
    int nameEnd = name(from, true);
    if (nameEnd > from) {
      labels.add(new Member(NAME, line.value(from, nameEnd)));
    }
    int open = TokenScan.blanks(text, nameEnd, to);
    if (open < to && text.charAt(open) == '{') {
      int end = readBraces(open);
      return labels.isEmpty() ? -1 : end;
    }
    return nameEnd > from && nameEnd < to && TokenScan.isSpace(text.charAt(nameEnd)) ? nameEnd : -1;
  }

  /** Reads the labels in the braces that open there; returns the index after them, or -1. */
  int readBraces(int open) {
    int at = TokenScan.blanks(text, open + 1, to);
    while (at < to && text.charAt(at) != '}') {
      at = label(at);
      if (at < 0) {
        return -1;
      }
      at = TokenScan.blanks(text, at, to);
      if (at < to && text.charAt(at) == ',') {
        at = TokenScan.blanks(text, at + 1, to);
      } else if (at >= to || text.charAt(at) != '}') {
        return -1;
      }
    }
    return at < to ? at + 1 : -1;
  }

  private int label(int from) {
    boolean quoted = text.charAt(from) == '"';
    int end = quoted ? quote(from + 1) : name(from, false);
    if (end <= from || end < 0) {
      return -1;
    }
    int start = quoted ? from + 1 : from;
    int equals = TokenScan.blanks(text, quoted ? end + 1 : end, to);
    if (equals >= to || text.charAt(equals) != '=') {
      labels.add(new Member(NAME, unescaped(start, end)));
      return quoted ? end + 1 : -1;
    }
    int open = TokenScan.blanks(text, equals + 1, to);
    int close = open < to && text.charAt(open) == '"' ? quote(open + 1) : -1;
    if (close < 0) {
      return -1;
    }
    String name = unescaped(start, end).reveal();
    labels.add(new Member(name, line.span(start, end), unescaped(open + 1, close)));
    return close + 1;
  }

  private int name(int from, boolean colons) {
    int i = from;
    while (i < to) {
      char c = text.charAt(i);
      boolean letter = TokenScan.isLetter(c) || c == '_' || (colons && c == ':');
      if (!letter && (i == from || !TokenScan.isDigit(c))) {
        break;
      }
      i++;
    }
    return i;
  }

  /** Index of the quote that closes, or -1. */
  private int quote(int from) {
    int i = from;
    while (i < to && text.charAt(i) != '"') {
      i += text.charAt(i) == '\\' ? 2 : 1;
    }
    return i < to ? i : -1;
  }

  private TextValue unescaped(int from, int end) {
    if (TokenScan.find(text, '\\', from, end) < 0) {
      return line.value(from, end);
    }
    StringBuilder value = new StringBuilder(end - from);
    for (int i = from; i < end; i++) {
      char c = text.charAt(i);
      if (c != '\\' || i + 1 == end) {
        value.append(c);
        continue;
      }
      char escaped = text.charAt(++i);
      if (escaped == 'n') {
        value.append('\n');
      } else if (escaped == '"' || escaped == '\\') {
        value.append(escaped);
      } else {
        value.append(c).append(escaped);
      }
    }
    return line.value(value.toString(), from, end);
  }
}
