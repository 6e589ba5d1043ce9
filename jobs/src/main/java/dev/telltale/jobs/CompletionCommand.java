package dev.telltale.jobs;

import dev.telltale.jobs.command.Command;
import dev.telltale.jobs.command.ExitCode;
import dev.telltale.jobs.command.Terminal;
import dev.telltale.jobs.settings.Setting;
import dev.telltale.jobs.settings.Settings;
import dev.telltale.jobs.settings.Syntax;
import dev.telltale.jobs.settings.ValueType;
import java.util.List;

/** {@code telltale completion}. One script serves both shells: it finds out which one reads it. */
final class CompletionCommand implements Command {
  private static final Setting<String> SHELL =
      Setting.operand(ValueType.choice("bash", "zsh"))
          .describedAs("The shell that is to read the script.")
          .required()
          .one();

  @Override
  public Syntax syntax() {
    return Syntax.of(
        "completion",
        "print a script that completes commands and options in your shell",
        "In ~/.bashrc or ~/.zshrc: source <(telltale completion bash)",
        List.of(SHELL));
  }

  @Override
  public int run(Settings settings, Terminal terminal) {
    terminal.out().print(Commands.grammar().completion());
    return ExitCode.DONE;
  }
}
