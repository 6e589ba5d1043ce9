package dev.telltale.jobs.settings;

import java.util.List;

/** What a command line asks for. */
public sealed interface Call {
  /**
   * A text to print.
   *
   * @param wanted whether it was asked for; otherwise it is the answer to a call that names no
   *     command
   */
  record Page(String text, boolean wanted) implements Call {}

  /**
   * A command to run.
   *
   * @param path the names of the command, without that of the program
   */
  record Run(List<String> path, Settings settings) implements Call {
    public Run {
      path = List.copyOf(path);
    }
  }
}
