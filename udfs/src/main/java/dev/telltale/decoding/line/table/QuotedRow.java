package dev.telltale.decoding.line.table;

/** Follows the quotes of RFC 4180 through a row: they open at the start of a field only. */
final class QuotedRow {
  private final char separator;
  private boolean quoted;
  private boolean atStart = true;
  private boolean closing;

  QuotedRow(char separator) {
    this.separator = separator;
  }

  /** Takes the next character of the row. */
  void next(char c) {
    if (quoted) {
      quoted = c != '"';
      closing = c == '"';
      return;
    }
    quoted = c == '"' && (atStart || closing);
    closing = false;
    atStart = c == separator || c == '\n';
  }

  /** Whether the characters so far end inside quotes. */
  boolean isQuoted() {
    return quoted;
  }
}
