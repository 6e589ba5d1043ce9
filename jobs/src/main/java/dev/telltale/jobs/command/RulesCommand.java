package dev.telltale.jobs.command;

import dev.telltale.detection.rules.Example;
import dev.telltale.detection.rules.Rule;
import dev.telltale.detection.rules.RuleProblems;
import dev.telltale.detection.rules.RuleSet;
import dev.telltale.jobs.ExitCode;
import dev.telltale.jobs.settings.CommandLine;
import dev.telltale.jobs.settings.Settings;
import dev.telltale.jobs.settings.Spelling;
import dev.telltale.jobs.settings.UserMistake;
import dev.telltale.jobs.terminal.Amounts;
import dev.telltale.jobs.terminal.TextTable;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** {@code telltale rules}. */
final class RulesCommand implements Command {
  @Override
  public CommandLine commandLine() {
    return new CommandLine(
        "rules",
        "[list|show ID|test [FILE]]",
        0,
        2,
        "list, explain and test what is detected",
        """
        list    every rule; the default
        show    one rule: what it matches, why, and the examples that it is tested with
        test    run the examples of every rule, or of the rules in a file of your own""",
        List.of());
  }

  @Override
  public int run(Settings settings, Terminal terminal) {
    List<String> words = settings.operands();
    String what = words.isEmpty() ? "list" : words.get(0);
    String name = words.size() > 1 ? words.get(1) : null;
    return switch (what) {
      case "list" -> list(terminal.out());
      case "show" -> show(name, terminal.out());
      case "test" -> test(name, terminal);
      default ->
          throw new UserMistake(
              "telltale rules cannot \"" + what + "\"",
              "it can list, show and test",
              "see telltale rules --help");
    };
  }

  private static int list(PrintStream out) {
    RuleSet rules = RuleSet.builtin();
    Set<String> on = rules.rules().stream().map(Rule::id).collect(Collectors.toSet());
    TextTable table = TextTable.of("rule", "category", "severity", ">confidence", "title");
    rules.allRules().stream()
        .sorted(Comparator.comparing(Rule::category).thenComparing(Rule::id))
        .forEach(
            rule ->
                table.row(
                    rule.id(),
                    rule.category(),
                    rule.severity(),
                    String.format(Locale.ROOT, "%.2f", rule.confidence()),
                    rule.title() + (on.contains(rule.id()) ? "" : " (off)")));
    out.print(table);
    out.println(
        "\n  "
            + Amounts.count(rules.rules().size(), "rule")
            + " on, "
            + (rules.allRules().size() - rules.rules().size())
            + " off; rule set "
            + rules.id());
    return ExitCode.DONE;
  }

  private static int show(String id, PrintStream out) {
    RuleSet rules = RuleSet.builtin();
    if (id == null) {
      throw new UserMistake(
          "telltale rules show needs a rule", "none was named", "telltale rules list names them");
    }
    List<String> ids = rules.allRules().stream().map(Rule::id).toList();
    Rule rule =
        rules.allRules().stream()
            .filter(each -> each.id().equals(id))
            .findFirst()
            .orElseThrow(
                () -> {
                  String near = Spelling.nearest(id, ids);
                  return new UserMistake(
                      "no rule is called " + id,
                      "telltale rules list names them",
                      near == null ? "look for it in the list" : "did you mean " + near + "?");
                });
    out.println(rule.id() + ": " + rule.title());
    out.println();
    out.println("category    " + rule.category());
    out.println("severity    " + rule.severity());
    out.println("confidence  " + String.format(Locale.ROOT, "%.2f", rule.confidence()));
    out.println("on          " + (rules.rules().contains(rule) ? "yes" : "no, unless switched on"));
    if (rule.pattern() != null) {
      out.println("pattern     " + rule.pattern().pattern());
    }
    if (rule.fieldPattern() != null) {
      out.println("field       " + rule.fieldPattern().pattern());
    }
    if (!rule.validatorNames().isEmpty()) {
      out.println("checks      " + String.join(", ", rule.validatorNames()));
    }
    if (rule.keywords() != null) {
      out.println(
          "keywords    "
              + (rule.keywords().required() ? "one needed of: " : "raise confidence: ")
              + rule.keywords().words().stream()
                  .map(words -> String.join(" ", words))
                  .collect(Collectors.joining(", ")));
    }
    out.println("reference   " + rule.reference());
    out.println("\nexamples (made up)");
    for (Example example : rule.examples()) {
      out.println(
          "  "
              + (example.isMatch() ? "matches  " : "clean    ")
              + (example.key() == null ? "" : example.key() + " = ")
              + shown(example));
    }
    return ExitCode.DONE;
  }

  private static String shown(Example example) {
    String text =
        example.isMatch()
            ? example.text().substring(0, example.start())
                + "«"
                + example.value()
                + "»"
                + example.text().substring(example.end())
            : example.text();
    String line = text.replace("\n", "\\n");
    return line.length() > 160 ? line.substring(0, 159) + "…" : line;
  }

  private static int test(String file, Terminal terminal) {
    RuleSet builtin = RuleSet.builtin();
    RuleSet rules = file == null ? builtin : with(builtin, file);
    Set<String> known = new HashSet<>();
    if (file != null) {
      builtin.allRules().forEach(rule -> known.add(rule.id()));
    }
    List<Rule> tested =
        rules.allRules().stream().filter(rule -> !known.contains(rule.id())).toList();
    List<String> failures = RuleExamples.failures(rules, tested);
    long examples = tested.stream().mapToLong(rule -> rule.examples().size()).sum();
    terminal
        .out()
        .println(
            Amounts.count(tested.size(), "rule")
                + ", "
                + Amounts.count(examples, "example")
                + ": "
                + (failures.isEmpty()
                    ? "all as they should be"
                    : Amounts.count(failures.size(), "failure")));
    failures.forEach(failure -> terminal.out().println("  " + failure));
    return failures.isEmpty() ? ExitCode.DONE : ExitCode.MISTAKE;
  }

  private static RuleSet with(RuleSet builtin, String file) {
    try {
      return builtin.plus(file, Files.readString(Path.of(file)));
    } catch (IOException unreadable) {
      throw new UserMistake(
          "the rule file " + file + " cannot be read",
          unreadable.getClass().getSimpleName(),
          "name a readable YAML file in UTF-8");
    } catch (RuleProblems wrong) {
      throw new UserMistake(
          "the rule file " + file + " cannot be used",
          wrong.getMessage(),
          "mend the places that are named");
    }
  }
}
