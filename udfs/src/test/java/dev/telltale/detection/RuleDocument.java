package dev.telltale.detection;

import dev.telltale.detection.rules.Rule;
import dev.telltale.detection.rules.RuleSet;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** {@code docs/rules.md}: the index of all rules, one line each. */
final class RuleDocument {
  private RuleDocument() {}

  static String text() {
    RuleSet rules = RuleSet.builtin();
    Set<String> on = rules.rules().stream().map(Rule::id).collect(Collectors.toSet());
    List<Rule> sorted =
        rules.allRules().stream()
            .sorted(Comparator.comparing(Rule::category).thenComparing(Rule::id))
            .toList();
    StringBuilder out = new StringBuilder();
    out.append("# Rules\n\n")
        .append(sorted.size())
        .append(" rules, ")
        .append(sorted.size() - on.size())
        .append(" of them off unless switched on. `telltale rules show ID` shows what a rule finds")
        .append(" and leaves alone,\nits checks and its source; [detection](detection.md) explains")
        .append(" how rules work. DetectionDocumentTest writes this page.\n\n")
        .append("| rule | title | category | severity |\n|---|---|---|---|\n");
    for (Rule rule : sorted) {
      out.append("| `")
          .append(rule.id())
          .append("` | ")
          .append(rule.title().replace("|", "\\|"))
          .append(on.contains(rule.id()) ? "" : " (off)")
          .append(" | ")
          .append(rule.category())
          .append(" | ")
          .append(rule.severity())
          .append(" |\n");
    }
    return out.toString();
  }
}
