package dev.telltale.jobs.command.rules;

import dev.telltale.detection.Detector;
import dev.telltale.detection.finding.Finding;
import dev.telltale.detection.finding.FingerprintKey;
import dev.telltale.detection.rules.Example;
import dev.telltale.detection.rules.Rule;
import dev.telltale.detection.rules.RuleSet;
import dev.telltale.limit.Limits;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Runs the examples that rules carry. Examples are made up, so a failure may show them. */
final class RuleExamples {
  private RuleExamples() {}

  /** A line for each example that does not come out as the rule says. */
  static List<String> failures(RuleSet rules, List<Rule> tested) {
    List<String> off =
        tested.stream().filter(rule -> !rule.enabledByDefault()).map(Rule::id).toList();
    FingerprintKey key =
        FingerprintKey.of("only for running examples".getBytes(StandardCharsets.UTF_8));
    List<String> failures = new ArrayList<>();
    try (Detector detector = new Detector(rules.switched(off, List.of()), key, Limits.defaults())) {
      for (Rule rule : tested) {
        for (Example example : rule.examples()) {
          String failure = check(detector, rule, example);
          if (failure != null) {
            failures.add(rule.id() + ": " + failure + ": " + example.text().replace("\n", "\\n"));
          }
        }
      }
    }
    return failures;
  }

  private static String check(Detector detector, Rule rule, Example example) {
    detector.startFrame();
    List<Finding> own =
        detector.detectText(example.text(), example.key()).findings().stream()
            .filter(finding -> finding.rule().equals(rule.id()))
            .toList();
    if (!example.isMatch()) {
      return own.isEmpty() ? null : "must not match, but does";
    }
    if (own.isEmpty()) {
      return "must match, but does not";
    }
    boolean exact =
        own.stream()
            .anyMatch(
                finding ->
                    finding.start() == example.start()
                        && finding.start() + finding.length() == example.end());
    return exact ? null : "matches another part than the marked one";
  }
}
