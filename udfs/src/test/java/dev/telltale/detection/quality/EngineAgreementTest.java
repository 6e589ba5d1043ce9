package dev.telltale.detection.quality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.telltale.detection.rules.Example;
import dev.telltale.detection.rules.Rule;
import dev.telltale.detection.rules.RuleSet;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * What RE2/J finds lies where the engine asks for confirmation, and the matchers that confirm find
 * the same as RE2/J: in made-up lines, in the rules' own examples and in lines that others
 * labelled. {@code scripts/agreement} compares millions of lines.
 */
class EngineAgreementTest {
  private static final int LINES = 10_000;
  private static final int CASES = 1_500;
  private static final int RULES_A_CASE = 12;
  private static final RuleSet RULES = everyRule();

  private static RuleSet everyRule() {
    RuleSet builtin = RuleSet.builtin();
    return builtin.switched(builtin.allRules().stream().map(Rule::id).toList(), List.of());
  }

  @Test
  void nothingThatRe2FindsIsMissedInLinesMadeFromTheRules() {
    MadeUpLines made = new MadeUpLines(RULES, 20_261_126);
    try (EngineAgreement agreement = new EngineAgreement(RULES)) {
      for (int i = 1; i <= LINES; i++) {
        String line = made.next();
        agreement.compare("line " + i, line, made.rules());
      }
      assertEquals(List.of(), agreement.disagreements());
      assertTrue(agreement.matches() > LINES, agreement.matches() + " matches");
      assertEquals(List.of(), withoutMatch(agreement));
    }
  }

  private static List<String> withoutMatch(EngineAgreement agreement) {
    List<String> without = new ArrayList<>();
    for (int i = 0; i < RULES.rules().size(); i++) {
      if (RULES.rules().get(i).pattern() != null && !agreement.matched().get(i)) {
        without.add(RULES.rules().get(i).id());
      }
    }
    return without;
  }

  @Test
  void nothingThatRe2FindsIsMissedInTheExamplesOfTheRules() {
    try (EngineAgreement agreement = new EngineAgreement(RULES)) {
      for (int i = 0; i < RULES.rules().size(); i++) {
        BitSet only = new BitSet();
        only.set(i);
        for (Example example : RULES.rules().get(i).examples()) {
          String text = example.text();
          agreement.compare("example", text, only);
          agreement.compare("two examples", text + "\n" + text + " ", only);
        }
      }
      assertEquals(List.of(), agreement.disagreements());
    }
  }

  @Test
  void nothingThatRe2FindsIsMissedInLabelledCases() {
    assumeTrue(LabelledCases.arePresent(), "there are no labelled cases: TELLTALE_CORPUS");
    List<LabelledCase> cases = LabelledCases.matching(labelled -> true);
    Random random = new Random(20_261_201);
    int step = Math.max(1, cases.size() / CASES);
    try (EngineAgreement agreement = new EngineAgreement(RULES)) {
      for (int i = 0; i < cases.size(); i += step) {
        BitSet some = new BitSet();
        for (int rule = 0; rule < RULES_A_CASE; rule++) {
          some.set(random.nextInt(RULES.rules().size()));
        }
        agreement.compare(cases.get(i).place(), cases.get(i).reveal(), some);
      }
      assertEquals(List.of(), agreement.disagreements());
    }
  }

  @Test
  void anEngineThatKeepsHitsToItselfIsNoticed() {
    MadeUpLines made = new MadeUpLines(RULES, 1);
    try (EngineAgreement agreement = new EngineAgreement(RULES, rule -> rule != 0)) {
      agreement.compare("line 1", made.next(), made.rules());
      for (int i = 1; i <= RULES.rules().size() * 3; i++) {
        String line = made.next();
        if (made.rules().get(0)) {
          agreement.compare("line " + i, line, made.rules());
        }
      }
      assertFalse(agreement.disagreements().isEmpty());
      String rule = "rule " + RULES.rules().get(0).id() + " at ";
      assertTrue(agreement.disagreements().stream().allMatch(each -> each.contains(rule)));
    }
  }
}
