package dev.telltale.jobs.settings;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** What was read up to the name of the next sub-command. */
final class ParsedLevel {
  private final ParseResult parsed;
  private final CommandSpec spec;

  ParsedLevel(ParseResult parsed) {
    this.parsed = parsed;
    this.spec = parsed.commandSpec();
  }

  Syntax syntax() {
    return CommandModel.syntax(spec);
  }

  /** The command with the names above it. */
  String command() {
    return spec.qualifiedName();
  }

  boolean isHelpWanted() {
    return parsed.isUsageHelpRequested();
  }

  String help() {
    return spec.commandLine().getUsageMessage(Ansi.OFF);
  }

  Map<Setting<?>, List<String>> operands() {
    Map<Setting<?>, List<String>> operands = new LinkedHashMap<>();
    for (PositionalParamSpec operand : parsed.matchedPositionals()) {
      operands.put((Setting<?>) operand.userObject(), operand.stringValues());
    }
    return operands;
  }

  /** A word where the name of a sub-command should be: what follows it belongs to that command. */
  Optional<Problem> unknownCommand() {
    if (syntax().subcommands().isEmpty()) {
      return Optional.empty();
    }
    return leftOver().stream()
        .filter(word -> !isOption(word))
        .findFirst()
        .map(word -> UnknownWords.command(spec, word));
  }

  /**
   * @param called the command that is called
   */
  List<Problem> problems(Syntax called) {
    List<Problem> problems = new ArrayList<>();
    for (String word : leftOver()) {
      if (isOption(word)) {
        int equals = word.indexOf('=');
        problems.add(
            UnknownWords.option(spec, called, equals < 0 ? word : word.substring(0, equals)));
      } else {
        problems.add(UnknownWords.operand(spec, word));
      }
    }
    for (Exception refused : parsed.errors()) {
      // Whether something is missing is known only when the configuration file is read.
      if (!(refused instanceof MissingParameterException)) {
        problems.add(
            new Problem(
                "the command line cannot be read",
                refused.getMessage(),
                "see " + command() + " --help"));
      }
    }
    return problems;
  }

  /** The words that nothing takes, without the values of options that do not exist. */
  private List<String> leftOver() {
    List<String> words = new ArrayList<>();
    boolean valueMayFollow = false;
    for (String word : parsed.unmatched()) {
      if (isOption(word) || !valueMayFollow) {
        words.add(word);
      }
      valueMayFollow = isOption(word) && word.indexOf('=') < 0;
    }
    return words;
  }

  private static boolean isOption(String word) {
    return word.length() > 1 && word.charAt(0) == '-';
  }
}
