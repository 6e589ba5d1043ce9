package dev.telltale.jobs.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParseResult;

/**
 * All that can be said on a command line: reads it, explains it, completes it. One definition of
 * the commands serves all three. Driver.
 */
public final class Grammar {
  private final Syntax root;
  private final String version;
  private final Map<String, String> exitCodes;

  /**
   * @param root the program
   * @param version what {@code --version} prints
   * @param exitCodes meanings by code, for the pages of help
   */
  public Grammar(Syntax root, String version, Map<String, String> exitCodes) {
    this.root = root;
    this.version = version;
    this.exitCodes = exitCodes;
  }

  /**
   * @throws UserMistake with every problem
   */
  public Call read(List<String> words) {
    GivenTexts given = new GivenTexts();
    ParseResult top = model(given).parseArgs(words.toArray(String[]::new));
    List<ParsedLevel> levels = new ArrayList<>();
    for (ParseResult level = top; level != null; level = level.subcommand()) {
      levels.add(new ParsedLevel(level));
    }
    ParsedLevel last = levels.get(levels.size() - 1);
    last.unknownCommand()
        .ifPresent(
            problem -> {
              throw new UserMistake(List.of(problem));
            });
    if (top.isVersionHelpRequested()) {
      return new Call.Page(version + "\n", true);
    }
    if (levels.stream().anyMatch(ParsedLevel::isHelpWanted)) {
      return new Call.Page(last.help(), true);
    }
    List<Problem> problems = new ArrayList<>();
    levels.forEach(level -> problems.addAll(level.problems(last.syntax())));
    problems.addAll(given.problems());
    if (problems.isEmpty() && !last.syntax().runnable()) {
      return new Call.Page(last.help(), false);
    }
    last.operands().forEach(given::add);
    return new Call.Run(
        levels.stream().skip(1).map(level -> level.syntax().name()).toList(),
        Settings.of(last.command(), last.syntax(), given.texts(), problems));
  }

  /**
   * The page of help of a command.
   *
   * @param path its names, without that of the program
   * @throws UserMistake if there is no such command
   */
  public String help(List<String> path) {
    CommandLine command = model(new GivenTexts());
    for (String name : path) {
      CommandLine below = command.getSubcommands().get(name);
      if (below == null) {
        throw new UserMistake(List.of(UnknownWords.command(command.getCommandSpec(), name)));
      }
      command = below;
    }
    return command.getUsageMessage(Ansi.OFF);
  }

  /** A script for bash, and for zsh, that completes commands, options and their values. */
  public String completion() {
    return AutoComplete.bash(root.name(), model(new GivenTexts()));
  }

  private CommandLine model(GivenTexts given) {
    return new CommandModel(exitCodes, given).of(root);
  }
}
