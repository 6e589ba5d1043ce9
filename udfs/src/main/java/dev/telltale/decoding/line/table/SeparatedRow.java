package dev.telltale.decoding.line.table;

import dev.telltale.decoding.line.LineField;
import dev.telltale.decoding.line.TokenScan;
import java.util.ArrayList;
import java.util.List;

/** Cuts text into rows and rows into fields, minding quotes. */
final class SeparatedRow {
  private SeparatedRow() {}

  /** The fields without their quotes; a quote that does not close reaches to the end. */
  static List<LineField> fields(String text, char separator) {
    List<LineField> fields = new ArrayList<>();
    int at = 0;
    while (at <= text.length()) {
      boolean quoted = at < text.length() && text.charAt(at) == '"';
      int close = quoted ? closing(text, at + 1) : at;
      int end = text.indexOf(separator, close);
      end = end < 0 ? text.length() : end;
      boolean clean = quoted && close + 1 == end;
      fields.add(clean ? new LineField(at + 1, close, '"') : new LineField(at, end, (char) 0));
      at = end + 1;
    }
    return fields;
  }

  private static int closing(String text, int from) {
    for (int i = from; i < text.length(); i++) {
      if (text.charAt(i) == '"') {
        if (i + 1 < text.length() && text.charAt(i + 1) == '"') {
          i++;
        } else {
          return i;
        }
      }
    }
    return text.length();
  }

  /** The rows of a text that are not blank, line ends in quotes kept. */
  static List<String> rows(String text, char separator) {
    List<String> rows = new ArrayList<>();
    int start = 0;
    while (start < text.length()) {
      int feed = rowEnd(text, separator, start);
      int end = feed > start && text.charAt(feed - 1) == '\r' ? feed - 1 : feed;
      if (TokenScan.blanks(text, start, end) < end) {
        rows.add(text.substring(start, end));
      }
      start = feed + 1;
    }
    return rows;
  }

  /** The line end that ends a row; quotes that never close do not count. */
  private static int rowEnd(String text, char separator, int start) {
    QuotedRow row = new QuotedRow(separator);
    for (int i = start; i < text.length(); i++) {
      row.next(text.charAt(i));
      if (text.charAt(i) == '\n' && !row.isQuoted()) {
        return i;
      }
    }
    int feed = row.isQuoted() ? text.indexOf('\n', start) : -1;
    return feed < 0 ? text.length() : feed;
  }
}
