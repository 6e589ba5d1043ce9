package dev.telltale.jobs.command.sql;

import java.util.ArrayList;
import java.util.List;

/**
 * Several statements in one text: each ends with a semicolon that stands in no quotes and in no
 * comment. Quotes and comments are those of Spark SQL.
 */
final class Statements {
  private final String text;
  private final List<String> statements = new ArrayList<>();
  private int start;
  private int at;

  private Statements(String text) {
    this.text = text;
  }

  /** Without their semicolons, and without those that are blank; what follows the last one too. */
  static List<String> of(String text) {
    Statements found = new Statements(text);
    found.split();
    found.end();
    return found.statements;
  }

  /** Whether the text ends with the semicolon of a statement. */
  static boolean isComplete(String text) {
    Statements found = new Statements(text);
    return found.split() && isNothing(text.substring(found.start));
  }

  /**
   * @return whether the text ends outside of quotes and comments
   */
  private boolean split() {
    while (at < text.length()) {
      char c = text.charAt(at);
      boolean closed = true;
      if (c == ';') {
        end();
        start = at + 1;
        at++;
      } else if (c == '\'' || c == '"' || c == '`') {
        closed = quoted(c);
      } else if (text.startsWith("--", at)) {
        int line = text.indexOf('\n', at);
        at = line < 0 ? text.length() : line;
      } else if (text.startsWith("/*", at)) {
        closed = comment();
      } else {
        at++;
      }
      if (!closed) {
        return false;
      }
    }
    return true;
  }

  private void end() {
    String statement = text.substring(start, Math.min(at, text.length()));
    if (!isNothing(statement)) {
      statements.add(statement.strip());
    }
  }

  /** A backslash hides the next character in a string, not in a name. */
  private boolean quoted(char quote) {
    at++;
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c == quote) {
        return true;
      }
      if (c == '\\' && quote != '`') {
        at++;
      }
    }
    return false;
  }

  /** Comments in brackets may hold others. */
  private boolean comment() {
    int depth = 0;
    while (at < text.length()) {
      if (text.startsWith("/*", at)) {
        depth++;
        at += 2;
      } else if (text.startsWith("*/", at)) {
        depth--;
        at += 2;
        if (depth == 0) {
          return true;
        }
      } else {
        at++;
      }
    }
    return false;
  }

  /** Blank, or comments alone: no statement for Spark. */
  private static boolean isNothing(String statement) {
    Statements rest = new Statements(statement);
    while (rest.at < statement.length()) {
      if (statement.startsWith("--", rest.at)) {
        int line = statement.indexOf('\n', rest.at);
        rest.at = line < 0 ? statement.length() : line;
      } else if (statement.startsWith("/*", rest.at)) {
        if (!rest.comment()) {
          return false;
        }
      } else if (Character.isWhitespace(statement.charAt(rest.at))) {
        rest.at++;
      } else {
        return false;
      }
    }
    return true;
  }
}
