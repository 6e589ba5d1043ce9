package dev.telltale.jobs.command.notebook;

import dev.telltale.jobs.command.Command;
import dev.telltale.jobs.command.Terminal;
import dev.telltale.jobs.settings.Settings;
import dev.telltale.jobs.settings.Syntax;
import java.util.List;

/** {@code telltale notebook}: a list of them, unless a sub-command says otherwise. */
public final class NotebookCommand implements Command {
  private static final ListNotebooks LIST = new ListNotebooks();

  @Override
  public Syntax syntax() {
    return Syntax.of(
        "notebook",
        "run notebooks of SQL without Jupyter, list them, begin one",
        "Without a command: list. docs/notebooks.md explains them.",
        List.of());
  }

  @Override
  public List<Command> subcommands() {
    return List.of(LIST, new RunNotebooks(), new NewNotebook());
  }

  @Override
  public int run(Settings settings, Terminal terminal) {
    return LIST.run(settings, terminal);
  }
}
