package dev.telltale.decoding.line;

import java.util.ArrayList;
import java.util.List;

/**
 * One field of a line: characters without the quotes or brackets around them.
 *
 * @param from index of the first character in the line
 * @param to index after the last one
 * @param opener the quote or bracket around it, 0 without
 */
public record LineField(int from, int to, char opener) {
  /**
   * The fields of a line with blanks between them; one in quotes or brackets may hold blanks.
   *
   * @return null where a quote or bracket is not closed before a blank
   */
  public static List<LineField> spaced(String text, int from, int to) {
    List<LineField> fields = new ArrayList<>();
    int i = TokenScan.blanks(text, from, to);
    while (i < to) {
      char c = text.charAt(i);
      char closer = c == '"' ? '"' : c == '[' ? ']' : 0;
      int end = closer == 0 ? TokenScan.token(text, i, to) : closed(text, closer, i + 1, to);
      if (end < 0) {
        return null;
      }
      fields.add(closer == 0 ? new LineField(i, end, (char) 0) : new LineField(i + 1, end, c));
      i = TokenScan.blanks(text, closer == 0 ? end : end + 1, to);
    }
    return fields;
  }

  /** The fields of a line with exactly one separator between two. */
  public static List<LineField> separated(String text, char separator, int from, int to) {
    List<LineField> fields = new ArrayList<>();
    int start = from;
    for (int i = from; i <= to; i++) {
      if (i == to || text.charAt(i) == separator) {
        fields.add(new LineField(start, i, (char) 0));
        start = i + 1;
      }
    }
    return fields;
  }

  /** Index of the closer that a blank or the end follows, unless a backslash escapes it. */
  private static int closed(String text, char closer, int from, int to) {
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (c == '\\' && closer == '"') {
        i++;
      } else if (c == closer && (i + 1 == to || TokenScan.isSpace(text.charAt(i + 1)))) {
        return i;
      }
    }
    return -1;
  }

  public boolean isQuoted() {
    return opener == '"';
  }

  public boolean isDash(String text) {
    return to == from + 1 && text.charAt(from) == '-';
  }
}
