package dev.telltale.jobs.command.report.export;

import dev.telltale.detection.rules.Rule;
import dev.telltale.detection.rules.RuleSet;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What rules are called; those of a team have their id alone. */
final class RuleWords {
  private final Map<String, Rule> rules =
      RuleSet.builtin().allRules().stream()
          .collect(Collectors.toMap(Rule::id, Function.identity(), (first, second) -> first));

  String title(String id) {
    Rule rule = rules.get(id);
    return rule == null ? id : rule.title();
  }

  /** Where the format is described; null where nobody says. */
  @Nullable String reference(String id) {
    Rule rule = rules.get(id);
    return rule == null || rule.reference() == null || !rule.reference().startsWith("https://")
        ? null
        : rule.reference().split(" ", 2)[0];
  }
}
