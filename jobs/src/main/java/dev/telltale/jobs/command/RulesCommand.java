package dev.telltale.jobs.command;

import dev.telltale.detection.finding.FingerprintKey;
import dev.telltale.detection.rules.DigestList;
import dev.telltale.detection.rules.Example;
import dev.telltale.detection.rules.Rule;
import dev.telltale.detection.rules.RuleSet;
import dev.telltale.jobs.ExitCode;
import dev.telltale.jobs.scan.ScanRules;
import dev.telltale.jobs.settings.CommandLine;
import dev.telltale.jobs.settings.Settings;
import dev.telltale.jobs.settings.Spelling;
import dev.telltale.jobs.settings.UserMistake;
import dev.telltale.jobs.store.TeamFiles;
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
import org.apache.hadoop.conf.Configuration;

/** {@code telltale rules}. */
final class RulesCommand implements Command {
  @Override
  public CommandLine commandLine() {
    return new CommandLine(
        "rules",
        "[list|show ID|test [FILE]|digest FILE]",
        0,
        2,
        "list, explain and test what is detected",
        """
        list    every rule; the default
        show    one rule: what it matches, why, and the examples that it is tested with
        test    run the examples of every rule, or of the rules in a file of your own
        digest  turn a list of your own values, one a line, into keyed digests for a rule file""",
        List.of(ScanSettings.FINGERPRINT_KEY, ScanSettings.RULES));
  }

  @Override
  public int run(Settings settings, Terminal terminal) {
    List<String> words = settings.operands();
    String what = words.isEmpty() ? "list" : words.get(0);
    String name = words.size() > 1 ? words.get(1) : null;
    if (what.equals("digest")) {
      return digest(name, settings, terminal);
    }
    boolean file = what.equals("test") && name != null;
    TeamFiles files = ScanSettings.teamFiles(settings, new Configuration(), terminal);
    String own = file ? name : settings.value(ScanSettings.RULES);
    RuleSet rules = ScanRules.of(false, files.read(own));
    return switch (what) {
      case "list" -> list(rules, terminal.out());
      case "show" -> show(rules, name, terminal.out());
      case "test" -> test(rules, own != null, terminal.out());
      default ->
          throw new UserMistake(
              "telltale rules cannot \"" + what + "\"",
              "it can list, show, test and digest",
              "see telltale rules --help");
    };
  }

  private static int list(RuleSet rules, PrintStream out) {
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

  private static int show(RuleSet rules, String id, PrintStream out) {
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

  private static int test(RuleSet rules, boolean own, PrintStream out) {
    Set<String> known = new HashSet<>();
    if (own) {
      RuleSet.builtin().allRules().forEach(rule -> known.add(rule.id()));
    }
    List<Rule> tested =
        rules.allRules().stream().filter(rule -> !known.contains(rule.id())).toList();
    List<String> failures = RuleExamples.failures(rules, tested);
    long examples = tested.stream().mapToLong(rule -> rule.examples().size()).sum();
    out.println(
        Amounts.count(tested.size(), "rule")
            + ", "
            + Amounts.count(examples, "example")
            + ": "
            + (failures.isEmpty()
                ? "all as they should be"
                : Amounts.count(failures.size(), "failure")));
    failures.forEach(failure -> out.println("  " + failure));
    return failures.isEmpty() ? ExitCode.DONE : ExitCode.MISTAKE;
  }

  /** Digests a list of plain values, so that it need not travel. */
  private static int digest(String file, Settings settings, Terminal terminal) {
    if (file == null) {
      throw new UserMistake(
          "telltale rules digest needs a file",
          "none was named",
          "name a file with a value a line");
    }
    try {
      List<String> values = TeamFiles.values(Files.readString(Path.of(file)));
      FingerprintKey key = ScanSettings.key(settings, new Configuration());
      terminal.out().print(DigestList.write(values, key.id(), key::digest));
      return ExitCode.DONE;
    } catch (IOException unreadable) {
      throw new UserMistake(
          file + " cannot be read",
          unreadable.getClass().getSimpleName(),
          "name a readable file in UTF-8 with a value a line");
    } catch (IllegalArgumentException tooLong) {
      throw new UserMistake(
          file + " holds a value that is no list entry",
          tooLong.getMessage(),
          "leave it out; such texts are found by a pattern");
    }
  }
}
