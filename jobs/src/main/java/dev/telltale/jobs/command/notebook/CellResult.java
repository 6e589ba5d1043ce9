package dev.telltale.jobs.command.notebook;

import dev.telltale.jobs.page.PageTable;
import dev.telltale.jobs.terminal.TextTable;
import java.util.ArrayList;
import java.util.List;

/**
 * The rows of a cell as text.
 *
 * @param names of the columns
 * @param numeric whether a column holds numbers
 * @param rows with an empty text for null
 * @param cut whether there are more rows
 */
public record CellResult(
    List<String> names, List<Boolean> numeric, List<List<String>> rows, boolean cut) {
  public CellResult {
    names = List.copyOf(names);
    numeric = List.copyOf(numeric);
    rows = List.copyOf(rows);
  }

  /** The position of a column, whatever case its name is written in; -1 for none. */
  int column(String name) {
    for (int at = 0; at < names.size(); at++) {
      if (names.get(at).equalsIgnoreCase(name)) {
        return at;
      }
    }
    return -1;
  }

  private List<String> heads() {
    List<String> heads = new ArrayList<>();
    for (int at = 0; at < names.size(); at++) {
      heads.add((numeric.get(at) ? ">" : "") + names.get(at));
    }
    return heads;
  }

  /** For a page. */
  public PageTable table(String caption) {
    PageTable.Builder table = PageTable.of(caption, heads().toArray(String[]::new));
    rows.forEach(table::row);
    return table.note(cut ? "Only the first " + rows.size() + " rows are shown." : "").table();
  }

  /** For where no HTML is shown. */
  public String plain() {
    TextTable table = new TextTable(heads());
    rows.forEach(row -> table.row(row.toArray()));
    return table + "  (" + rows.size() + (cut ? " of more" : "") + " rows)\n";
  }
}
