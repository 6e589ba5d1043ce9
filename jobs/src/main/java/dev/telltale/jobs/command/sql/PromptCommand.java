package dev.telltale.jobs.command.sql;

import dev.telltale.jobs.settings.UserMistake;
import dev.telltale.jobs.tables.LakeTable;
import dev.telltale.jobs.tables.LakeView;
import dev.telltale.jobs.terminal.TextTable;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What a prompt takes besides statements. */
enum PromptCommand {
  TABLES("", "the tables and views of the lake"),
  DESCRIBE(" NAME", "the columns of a table or view, and what they mean"),
  FORMAT(" table|json|csv|html", "how results are written from now on"),
  HELP("", "these commands"),
  QUIT("", "ends the prompt, as Ctrl-D does");

  private final String argument;
  private final String meaning;

  PromptCommand(String argument, String meaning) {
    this.argument = argument;
    this.meaning = meaning;
  }

  /** As they are typed. */
  static List<String> names() {
    return Arrays.stream(values()).map(PromptCommand::id).toList();
  }

  private String id() {
    return "." + name().toLowerCase(Locale.ROOT);
  }

  /**
   * @param line that starts with a dot
   * @throws UserMistake if there is no such command
   */
  static PromptCommand of(String line) {
    String word = line.strip().split("\\s+", 2)[0].replace(";", "");
    return Arrays.stream(values())
        .filter(each -> each.id().equalsIgnoreCase(word))
        .findFirst()
        .orElseThrow(
            () ->
                new UserMistake(
                    "there is no command " + word,
                    "what starts with a dot is a command of the prompt, not SQL",
                    ".help lists the commands"));
  }

  /**
   * What stands after the command.
   *
   * @throws UserMistake if nothing does, and something has to
   */
  String argument(String line) {
    String[] words = line.strip().replace(";", "").split("\\s+", 2);
    if (words.length < 2 && !argument.isEmpty()) {
      throw new UserMistake(
          id() + " needs more", "it is written " + id() + argument, ".help lists the commands");
    }
    return words.length < 2 ? "" : words[1].strip();
  }

  static String help() {
    TextTable commands = TextTable.of("command", "");
    for (PromptCommand each : values()) {
      commands.row(each.id() + each.argument, each.meaning);
    }
    return commands + "  A statement ends with ; and Ctrl-C cancels it.\n";
  }

  static String tables() {
    TextTable relations = TextTable.of("name", "kind", "meaning");
    for (LakeTable table : LakeTable.values()) {
      relations.row(table.id(), "table", "docs/tables.md");
    }
    for (LakeView view : LakeView.values()) {
      relations.row(view.id(), "view", LakeView.meaning(view.query(List.of())));
    }
    return relations.toString();
  }
}
