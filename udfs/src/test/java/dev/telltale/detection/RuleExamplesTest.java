package dev.telltale.detection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.telltale.detection.engine.AutomatonEngine;
import dev.telltale.detection.engine.TriggerEngine;
import dev.telltale.detection.engine.VectorscanEngine;
import dev.telltale.detection.finding.Finding;
import dev.telltale.detection.rules.Example;
import dev.telltale.detection.rules.Rule;
import dev.telltale.detection.rules.RuleSet;
import dev.telltale.limit.Limits;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RuleExamplesTest {
  private static final RuleSet RULES = everyRule();

  private static RuleSet everyRule() {
    RuleSet builtin = RuleSet.builtin();
    return builtin.switched(builtin.allRules().stream().map(Rule::id).toList(), List.of());
  }

  @Test
  void everyRuleFindsItsOwnExamplesAndLeavesTheCleanOnes() {
    assertEquals(List.of(), failures(AutomatonEngine.of(RULES)));
  }

  private static List<String> failures(TriggerEngine engine) {
    List<String> failures = new ArrayList<>();
    try (Detector detector = new Detector(RULES, Scans.KEY, Limits.defaults(), engine)) {
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
    return failures;
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

  @Test
  void bothEnginesLeadToTheSameFindingsInGeneratedLines() {
    Random random = new Random(20_261_123);
    List<Example> examples =
        RULES.rules().stream().flatMap(rule -> rule.examples().stream()).toList();
    String noise = "abcdef0123456789 ABCXYZ:/._-=\"{}%@+";
    assumeTrue(VectorscanEngine.isAvailable(), "there is no Vectorscan on this platform");
    try (Detector peer = detector(new VectorscanEngine(RULES));
        Detector own = detector(AutomatonEngine.of(RULES))) {
      for (int i = 0; i < 1_500; i++) {
        StringBuilder line = new StringBuilder();
        for (int part = 0; part < 3; part++) {
          for (int c = random.nextInt(200); c > 0; c--) {
            line.append(noise.charAt(random.nextInt(noise.length())));
          }
          line.append(' ').append(examples.get(random.nextInt(examples.size())).text()).append(' ');
        }
        String text = line.toString();
        assertEquals(peer.detectText(text, null).findings(), own.detectText(text, null).findings());
      }
    }
  }

  @Test
  void aClosedEngineScansNoMoreAndCanBeClosedAgain() {
    AutomatonEngine closed = AutomatonEngine.of(RULES);
    closed.close();
    closed.close();
    assertThrows(IllegalStateException.class, () -> closed.scan("text", (rule, end) -> {}));
  }

  private static Detector detector(TriggerEngine engine) {
    return new Detector(RULES, Scans.KEY, Limits.defaults(), engine);
  }
}
