package dev.telltale.jobs;

import dev.telltale.jobs.command.Command;
import dev.telltale.jobs.command.ExitCode;
import dev.telltale.jobs.command.Terminal;
import dev.telltale.jobs.settings.Setting;
import dev.telltale.jobs.settings.Settings;
import dev.telltale.jobs.settings.Syntax;
import dev.telltale.jobs.settings.ValueType;
import java.util.List;

/** {@code telltale help}. */
final class HelpCommand implements Command {
  private static final Setting<List<String>> COMMAND =
      Setting.operand(ValueType.text("COMMAND"))
          .describedAs("A command, and a sub-command of it; all commands are listed without one.")
          .many();

  @Override
  public Syntax syntax() {
    return Syntax.of("help", "explain a command, as --help does", "", List.of(COMMAND));
  }

  @Override
  public int run(Settings settings, Terminal terminal) {
    terminal.out().print(Commands.grammar().help(settings.value(COMMAND)));
    return ExitCode.DONE;
  }
}
