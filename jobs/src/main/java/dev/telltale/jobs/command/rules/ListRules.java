package dev.telltale.jobs.command.rules;

import dev.telltale.detection.rules.Rule;
import dev.telltale.detection.rules.RuleSet;
import dev.telltale.jobs.command.Command;
import dev.telltale.jobs.command.DetectionSettings;
import dev.telltale.jobs.command.ExitCode;
import dev.telltale.jobs.command.Terminal;
import dev.telltale.jobs.settings.Settings;
import dev.telltale.jobs.settings.Syntax;
import dev.telltale.jobs.terminal.Amounts;
import dev.telltale.jobs.terminal.TextTable;
import java.io.PrintStream;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** {@code telltale rules list}. */
final class ListRules implements Command {
  @Override
  public Syntax syntax() {
    return Syntax.of("list", "list every rule, on or off", "", List.of());
  }

  @Override
  public int run(Settings settings, Terminal terminal) {
    RuleSet rules = RulesCommand.rules(settings.value(DetectionSettings.RULES), settings, terminal);
    print(rules, terminal.out());
    return ExitCode.DONE;
  }

  private static void print(RuleSet rules, PrintStream out) {
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
  }
}
