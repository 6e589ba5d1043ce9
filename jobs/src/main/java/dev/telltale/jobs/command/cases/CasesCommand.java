package dev.telltale.jobs.command.cases;

import dev.telltale.jobs.command.CaseLake;
import dev.telltale.jobs.command.Command;
import dev.telltale.jobs.command.Terminal;
import dev.telltale.jobs.settings.Setting;
import dev.telltale.jobs.settings.Settings;
import dev.telltale.jobs.settings.Syntax;
import dev.telltale.jobs.settings.ValueType;
import java.util.List;

/** {@code telltale cases}: a list of them, unless a sub-command says otherwise. */
public final class CasesCommand implements Command {
  static final Setting<String> FORMAT =
      Setting.option("format", ValueType.choice("table", "json", "csv"))
          .describedAs(
              "How they are shown: a table for people, json with a line for each, or csv; the latter"
                  + " two have all columns of the view cases.")
          .standard("table")
          .one();

  private static final ListCases LIST = new ListCases();

  @Override
  public Syntax syntax() {
    return Syntax.of(
        "cases",
        "list what leaked, case by case, and explain where it comes from",
        "Without a command: list. docs/cases.md explains what a case is, and what its state means.",
        CaseLake.settings(List.of(FORMAT)));
  }

  @Override
  public List<Command> subcommands() {
    return List.of(LIST, new ShowCase());
  }

  @Override
  public int run(Settings settings, Terminal terminal) {
    return LIST.run(settings, terminal);
  }
}
