package dev.telltale.jobs.terminal;

import java.util.ArrayList;
import java.util.List;

/** A table of text: a header, a rule, rows; numbers stand to the right. */
public final class TextTable {
  private static final int WIDEST = 80;

  private final List<List<String>> rows = new ArrayList<>();
  private final boolean[] right;

  /** Column names; one that starts with {@code >} is aligned to the right. */
  public TextTable(List<String> columns) {
    right = new boolean[columns.size()];
    List<String> names = new ArrayList<>();
    for (int column = 0; column < right.length; column++) {
      String name = columns.get(column);
      right[column] = name.startsWith(">");
      names.add(PlainText.of(right[column] ? name.substring(1) : name));
    }
    rows.add(names);
  }

  public static TextTable of(String... columns) {
    return new TextTable(List.of(columns));
  }

  public TextTable row(Object... cells) {
    List<String> texts = new ArrayList<>();
    for (Object cell : cells) {
      texts.add(oneLine(cell));
    }
    if (texts.size() != right.length) {
      throw new IllegalArgumentException("a row needs " + right.length + " cells");
    }
    rows.add(texts);
    return this;
  }

  public int size() {
    return rows.size() - 1;
  }

  /** The lines, each ended by a newline and indented by two blanks. */
  @Override
  public String toString() {
    int[] widths = new int[right.length];
    for (List<String> row : rows) {
      for (int column = 0; column < widths.length; column++) {
        widths[column] = Math.max(widths[column], width(row.get(column)));
      }
    }
    StringBuilder text = new StringBuilder();
    for (int line = 0; line < rows.size(); line++) {
      append(text, rows.get(line), widths);
      if (line == 0) {
        appendRule(text, widths);
      }
    }
    return text.toString();
  }

  private void append(StringBuilder text, List<String> row, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int column = 0; column < widths.length; column++) {
      String cell = row.get(column);
      String blanks = " ".repeat(widths[column] - width(cell));
      line.append("  ").append(right[column] ? blanks + cell : cell + blanks);
    }
    text.append(line.toString().stripTrailing()).append('\n');
  }

  private static void appendRule(StringBuilder text, int[] widths) {
    for (int width : widths) {
      text.append("  ").append("-".repeat(width));
    }
    text.append('\n');
  }

  private static int width(String cell) {
    return cell.codePointCount(0, cell.length());
  }

  private static String oneLine(Object cell) {
    String text = cell == null ? "" : cell.toString();
    int points = Math.min(WIDEST + 1, text.codePointCount(0, text.length()));
    String line = PlainText.of(text.substring(0, text.offsetByCodePoints(0, points)));
    return width(line) > WIDEST
        ? line.substring(0, line.offsetByCodePoints(0, WIDEST - 1)) + "…"
        : line;
  }
}
