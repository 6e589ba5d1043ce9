package dev.telltale.detection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.telltale.detection.finding.Finding;
import dev.telltale.detection.rules.Example;
import dev.telltale.detection.rules.Rule;
import dev.telltale.detection.rules.RuleSet;
import dev.telltale.limit.Limits;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RuleExamplesTest {
  private static final RuleSet RULES = everyRule();

  private static RuleSet everyRule() {
    RuleSet builtin = RuleSet.builtin();
    return builtin.switched(builtin.allRules().stream().map(Rule::id).toList(), List.of());
  }

  @Test
  void everyRuleFindsItsOwnExamplesAndLeavesTheCleanOnes() {
    List<String> failures = new ArrayList<>();
    try (Detector detector = new Detector(RULES, Scans.KEY, Limits.defaults())) {
      for (Rule rule : RULES.rules()) {
        for (Example example : rule.examples()) {
          List<Finding> findings = detector.detectText(example.text(), example.key()).findings();
          boolean found =
              findings.stream()
                  .filter(finding -> finding.rule().equals(rule.id()))
                  .anyMatch(finding -> !example.isMatch() || isExactly(finding, example));
          if (found != example.isMatch()) {
            failures.add(rule.id() + ": " + example + " gives " + findings);
          }
        }
      }
    }
    assertEquals(List.of(), failures);
  }

  private static boolean isExactly(Finding finding, Example example) {
    return finding.start() == example.start()
        && finding.length() == example.end() - example.start()
        && finding.fingerprint().equals(Scans.KEY.fingerprint(example.value()));
  }

  @Test
  void atLeastFourHundredRulesForCredentialsAreBuiltIn() {
    long credentials =
        RULES.rules().stream().filter(rule -> rule.category().equals("credential")).count();
    assertTrue(credentials >= 400, () -> credentials + " rules for credentials");
  }
}
