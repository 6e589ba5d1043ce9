package dev.telltale.detection.quality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.telltale.detection.Detector;
import dev.telltale.detection.engine.AutomatonEngine;
import dev.telltale.detection.engine.TriggerEngine;
import dev.telltale.detection.engine.VectorscanEngine;
import dev.telltale.detection.finding.Finding;
import dev.telltale.detection.finding.FingerprintKey;
import dev.telltale.detection.pattern.PatternSampler;
import dev.telltale.detection.rules.RuleSet;
import dev.telltale.limit.Limits;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Both engines lead to the same findings, in made-up lines and in lines that others labelled.
 * {@code -Dtelltale.agreement.lines=N} compares more of the former, {@code
 * -Dtelltale.agreement.cases=N} of the latter.
 */
class EngineAgreementTest {
  private static final int LINES = Integer.getInteger("telltale.agreement.lines", 1_000);
  private static final int CASES = Integer.getInteger("telltale.agreement.cases", 2_000);
  private static final int AT_A_TIME = 10_000;
  private static final RuleSet RULES = RuleSet.builtin();
  private static final FingerprintKey KEY =
      FingerprintKey.of("a key for both engines".getBytes(StandardCharsets.UTF_8));
  private static final String GLUE = " \t\"'=:,;&|/\\{}[]()<>-_.0aZ%";

  @Test
  void bothFindTheSameInLinesMadeFromThePatterns() {
    Random random = new Random(20_261_126);
    PatternSampler sampler = new PatternSampler(random);
    List<String> patterns =
        RULES.rules().stream()
            .filter(rule -> rule.pattern() != null)
            .map(rule -> rule.pattern().pattern())
            .toList();
    for (int done = 0; done < LINES; done += AT_A_TIME) {
      List<String> lines = new ArrayList<>();
      for (int i = done; i < Math.min(LINES, done + AT_A_TIME); i++) {
        StringBuilder line = new StringBuilder();
        for (int part = random.nextInt(4); part >= 0; part--) {
          line.append(sampler.sample(patterns.get(random.nextInt(patterns.size()))));
          line.append(GLUE.charAt(random.nextInt(GLUE.length())));
        }
        lines.add(line.toString());
      }
      compare(lines);
    }
  }

  @Test
  void bothFindTheSameInLabelledCases() {
    assumeTrue(LabelledCases.arePresent(), "there are no labelled cases: TELLTALE_CORPUS");
    List<LabelledCase> cases = LabelledCases.matching(labelled -> true);
    List<String> lines = new ArrayList<>();
    int step = Math.max(1, cases.size() / CASES);
    for (int i = 0; i < cases.size(); i += step) {
      lines.add(cases.get(i).reveal());
    }
    compare(lines);
  }

  /** Tells the number of a line that differs, never the line. */
  private static void compare(List<String> lines) {
    assumeTrue(VectorscanEngine.isAvailable(), "there is no Vectorscan on this platform");
    List<Integer> different = new ArrayList<>();
    try (Detector one = detector(new VectorscanEngine(RULES));
        Detector other = detector(AutomatonEngine.of(RULES))) {
      for (int i = 0; i < lines.size(); i++) {
        if (!findings(one, lines.get(i)).equals(findings(other, lines.get(i)))) {
          different.add(i);
        }
      }
    }
    assertEquals(List.of(), different);
  }

  private static List<Finding> findings(Detector detector, String line) {
    return detector.detectText(line, null).findings();
  }

  private static Detector detector(TriggerEngine engine) {
    return new Detector(RULES, KEY, Limits.defaults(), engine);
  }
}
