package dev.telltale.jobs.command.rules;

import dev.telltale.detection.rules.AllowListEntry;
import dev.telltale.detection.rules.Example;
import dev.telltale.detection.rules.Rule;
import dev.telltale.detection.rules.RuleSet;
import dev.telltale.jobs.command.Command;
import dev.telltale.jobs.command.DetectionSettings;
import dev.telltale.jobs.command.ExitCode;
import dev.telltale.jobs.command.Terminal;
import dev.telltale.jobs.settings.Setting;
import dev.telltale.jobs.settings.Settings;
import dev.telltale.jobs.settings.Spelling;
import dev.telltale.jobs.settings.Syntax;
import dev.telltale.jobs.settings.UserMistake;
import dev.telltale.jobs.settings.ValueType;
import dev.telltale.jobs.terminal.PlainText;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** {@code telltale rules show}. */
final class ShowRule implements Command {
  private static final int MAX_EXAMPLE = 160;

  private static final Setting<String> RULE =
      Setting.operand(ValueType.text("RULE"))
          .describedAs("The id of a rule; telltale rules list shows them.")
          .required()
          .one();

  @Override
  public Syntax syntax() {
    return Syntax.of(
        "show",
        "explain one rule: what it matches, why, and the examples that it is tested with",
        "",
        List.of(RULE));
  }

  @Override
  public int run(Settings settings, Terminal terminal) {
    RuleSet rules = RulesCommand.rules(settings.value(DetectionSettings.RULES), settings, terminal);
    Rule rule = find(rules, settings.value(RULE));
    List<AllowListEntry> allowed = rules.team().allowListEntries(rule);
    print(rule, rules.rules().contains(rule), allowed, terminal.out());
    return ExitCode.DONE;
  }

  private static Rule find(RuleSet rules, String id) {
    for (Rule rule : rules.allRules()) {
      if (rule.id().equals(id)) {
        return rule;
      }
    }
    String near = Spelling.nearest(id, rules.allRules().stream().map(Rule::id).toList());
    throw new UserMistake(
        "there is no rule " + id,
        "telltale rules list shows all of them",
        near == null ? "look for it in the list" : "did you mean " + near + "?");
  }

  private static void print(Rule rule, boolean on, List<AllowListEntry> allowed, PrintStream out) {
    out.println(PlainText.of(rule.id() + ": " + rule.title()));
    out.println();
    out.println("category    " + rule.category());
    out.println("severity    " + rule.severity());
    out.println("confidence  " + String.format(Locale.ROOT, "%.2f", rule.confidence()));
    out.println("on          " + (on ? "yes" : "no, unless switched on"));
    if (rule.pattern() != null) {
      out.println("pattern     " + PlainText.of(rule.pattern().pattern()));
    }
    if (rule.fieldPattern() != null) {
      out.println("field       " + PlainText.of(rule.fieldPattern().pattern()));
    }
    if (!rule.validatorNames().isEmpty()) {
      out.println("checks      " + String.join(", ", rule.validatorNames()));
    }
    if (rule.keywords() != null) {
      out.println(
          "keywords    "
              + (rule.keywords().required() ? "one needed of: " : "raise confidence: ")
              + rule.keywords().words().stream()
                  .map(words -> PlainText.of(String.join(" ", words)))
                  .collect(Collectors.joining(", ")));
    }
    allowed.forEach(entry -> out.println("allowed     " + PlainText.of(entry.explanation())));
    out.println("reference   " + PlainText.of(rule.reference()));
    out.println("\nexamples (made up)");
    for (Example example : rule.examples()) {
      out.println(
          "  "
              + (example.isMatch() ? "matches  " : "clean    ")
              + (example.key() == null ? "" : PlainText.of(example.key()) + " = ")
              + shown(example));
    }
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
    String line = PlainText.of(text);
    return line.length() > MAX_EXAMPLE ? line.substring(0, MAX_EXAMPLE - 1) + "…" : line;
  }
}
