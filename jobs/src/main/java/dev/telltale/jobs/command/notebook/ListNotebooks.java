package dev.telltale.jobs.command.notebook;

import dev.telltale.jobs.command.Command;
import dev.telltale.jobs.command.ExitCode;
import dev.telltale.jobs.command.Terminal;
import dev.telltale.jobs.settings.Settings;
import dev.telltale.jobs.settings.Syntax;
import dev.telltale.jobs.terminal.TextTable;
import java.util.List;

/** {@code telltale notebook list}. */
final class ListNotebooks implements Command {
  @Override
  public Syntax syntax() {
    return Syntax.of("list", "list the notebooks that come with Telltale", "", List.of());
  }

  @Override
  public int run(Settings settings, Terminal terminal) {
    TextTable table = TextTable.of("notebook", "answers", ">cells");
    for (String name : BundledNotebooks.NAMES) {
      Notebook notebook = BundledNotebooks.notebook(name);
      table.row(
          name,
          notebook.title(),
          notebook.cells().stream().filter(cell -> SqlCell.isMagic(cell.source())).count());
    }
    terminal.out().print(table);
    return ExitCode.DONE;
  }
}
