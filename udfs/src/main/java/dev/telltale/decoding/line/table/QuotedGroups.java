package dev.telltale.decoding.line.table;

import dev.telltale.framing.LineGroups;
import dev.telltale.framing.LineLookahead;

/**
 * Rows of separated values: a line end in quotes ends none. Quotes that do not close soon are
 * damage, and the line is taken alone.
 */
final class QuotedGroups implements LineGroups {
  private static final int MAX_LENGTH = 64 << 10;

  private final char separator;

  QuotedGroups(char separator) {
    this.separator = separator;
  }

  @Override
  public int end(LineLookahead lines) {
    int first = lines.end();
    QuotedRow row = new QuotedRow(separator);
    int read = 0;
    while (true) {
      for (int i = read; i < lines.end(); i++) {
        row.next((char) lines.at(i));
      }
      read = lines.end();
      if (!row.isQuoted()) {
        return read;
      }
      if (read > MAX_LENGTH || !lines.next()) {
        return first;
      }
    }
  }
}
