package dev.telltale.jobs.command;

import dev.telltale.jobs.settings.Settings;
import dev.telltale.jobs.settings.Syntax;
import java.util.List;

/** A command of the command line. */
public interface Command {
  /** What it is called and takes, without its sub-commands. */
  Syntax syntax();

  /** The commands below it. */
  default List<Command> subcommands() {
    return List.of();
  }

  /**
   * @return the exit code
   */
  int run(Settings settings, Terminal terminal);
}
