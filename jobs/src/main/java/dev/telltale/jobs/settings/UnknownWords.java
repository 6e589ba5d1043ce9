package dev.telltale.jobs.settings;

import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** What is said of words that no command knows. */
final class UnknownWords {
  private UnknownWords() {}

  /**
   * @param above the command that has no such sub-command
   */
  static Problem command(CommandSpec above, String name) {
    List<String> known = CommandModel.syntax(above).subcommandNames();
    String near = Spelling.nearest(name, known);
    return new Problem(
        "there is no command \"" + name + "\"",
        known.isEmpty()
            ? above.qualifiedName() + " has no sub-commands"
            : "the commands of " + above.qualifiedName() + " are " + String.join(", ", known),
        near == null ? "see " + above.qualifiedName() + " --help" : "did you mean " + near + "?");
  }

  /**
   * @param at the command after whose name the option stands
   * @param called the command that is called: the same, or one below it
   * @param written with its dashes
   */
  static Problem option(CommandSpec at, Syntax called, String written) {
    String name = written.replaceFirst("^-+", "");
    Syntax syntax = CommandModel.syntax(at);
    String near = Spelling.nearest(name, syntax.options().stream().map(Setting::name).toList());
    String remedy =
        near == null ? "see " + at.qualifiedName() + " --help" : "did you mean --" + near + "?";
    return new Problem(
        "there is no option " + written,
        at.qualifiedName() + " does not take it",
        called.option(name) == null
            ? remedy
            : "write it after the name of the command, " + called.name());
  }

  static Problem operand(CommandSpec at, String word) {
    int max = CommandModel.syntax(at).operands().size();
    return new Problem(
        "\"" + word + "\" is one word too many",
        max == 0
            ? at.qualifiedName() + " takes options only"
            : at.qualifiedName() + " takes at most " + max,
        "put quotes around a value that holds spaces; see " + at.qualifiedName() + " --help");
  }
}
