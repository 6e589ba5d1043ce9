package dev.telltale.jobs.command.rules;

import dev.telltale.detection.rules.Rule;
import dev.telltale.detection.rules.RuleSet;
import dev.telltale.jobs.command.Command;
import dev.telltale.jobs.command.DetectionSettings;
import dev.telltale.jobs.command.ExitCode;
import dev.telltale.jobs.command.Terminal;
import dev.telltale.jobs.settings.Setting;
import dev.telltale.jobs.settings.Settings;
import dev.telltale.jobs.settings.Syntax;
import dev.telltale.jobs.settings.ValueType;
import dev.telltale.jobs.terminal.Amounts;
import dev.telltale.jobs.terminal.PlainText;
import java.io.PrintStream;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** {@code telltale rules test}. */
final class TestRules implements Command {
  private static final Setting<String> FILE =
      Setting.operand(ValueType.FILE)
          .describedAs("A YAML file of your team: only its rules are tested.")
          .one();

  @Override
  public Syntax syntax() {
    return Syntax.of(
        "test",
        "run the examples of every rule, or of the rules in a file of your own",
        "A failure is a mistake in a rule: exit code 2.",
        List.of(FILE));
  }

  @Override
  public int run(Settings settings, Terminal terminal) {
    String named = settings.value(FILE);
    String file = named == null ? settings.value(DetectionSettings.RULES) : named;
    RuleSet rules = RulesCommand.rules(file, settings, terminal);
    return test(rules, file != null, terminal.out());
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
    failures.forEach(failure -> out.println("  " + PlainText.of(failure)));
    return failures.isEmpty() ? ExitCode.DONE : ExitCode.MISTAKE;
  }
}
