package dev.telltale.jobs.command;

import dev.telltale.jobs.settings.CommandLine;
import dev.telltale.jobs.settings.Settings;

/** A command of the command line. */
public interface Command {
  CommandLine commandLine();

  /**
   * @return the exit code
   */
  int run(Settings settings, Terminal terminal);
}
