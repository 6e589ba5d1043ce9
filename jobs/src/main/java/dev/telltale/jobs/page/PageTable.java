package dev.telltale.jobs.page;

import dev.telltale.jobs.terminal.PlainText;
import java.util.ArrayList;
import java.util.List;

/**
 * A table of a page. Cells are shown as they are, every character of them visible.
 *
 * @param caption what the rows are
 * @param note what the rows do not say, such as that there are more; may be empty
 * @param columns names; one that begins with {@code >} holds numbers and stands on the right
 */
public record PageTable(
    String caption, String note, List<Column> columns, List<List<String>> rows) {
  /** Characters of a cell that are shown. */
  private static final int MAX_CELL = 1_000;

  /** Characters that stand in one line. */
  private static final int MAX_LINE = 28;

  /** A column. */
  public record Column(String name, boolean numeric) {}

  public PageTable {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }

  /** How a cell is laid out: short ones in one line, long ones wrapped. */
  public String cellClass(int column, String cell) {
    if (columns.get(column).numeric()) {
      return "number";
    }
    return cell.length() > MAX_LINE ? "long" : "word";
  }

  /** Begins a table. */
  public static Builder of(String caption, String... columns) {
    return new Builder(caption, List.of(columns));
  }

  /** Collects rows. */
  public static final class Builder {
    private final String caption;
    private final List<Column> columns = new ArrayList<>();
    private final List<List<String>> rows = new ArrayList<>();
    private String note = "";

    private Builder(String caption, List<String> names) {
      this.caption = PlainText.of(caption);
      for (String name : names) {
        boolean numeric = name.startsWith(">");
        columns.add(new Column(PlainText.of(numeric ? name.substring(1) : name), numeric));
      }
    }

    /** Adds a row with a cell for each column. */
    public Builder row(List<String> cells) {
      if (cells.size() != columns.size()) {
        throw new IllegalArgumentException("a row needs " + columns.size() + " cells");
      }
      rows.add(cells.stream().map(Builder::shown).toList());
      return this;
    }

    /** Says what the rows do not. */
    public Builder note(String words) {
      note = words;
      return this;
    }

    public PageTable table() {
      return new PageTable(caption, note, columns, rows);
    }

    private static String shown(String cell) {
      int points = Math.min(MAX_CELL, cell.codePointCount(0, cell.length()));
      int end = cell.offsetByCodePoints(0, points);
      return PlainText.of(cell.substring(0, end)) + (end < cell.length() ? "…" : "");
    }
  }
}
