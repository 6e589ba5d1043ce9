package dev.telltale.detection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.telltale.detection.engine.TriggerEngine;
import dev.telltale.detection.pattern.PatternSampler;
import dev.telltale.detection.rules.Keywords;
import dev.telltale.detection.rules.Rule;
import dev.telltale.detection.rules.RuleSet;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * The engine misses no text that a rule's pattern describes. Texts are made from every rule's own
 * pattern; RE2 says which of them match. {@code -Dtelltale.recall.samples=N} makes more a rule.
 */
class TriggerRecallTest {
  private static final int SAMPLES = Integer.getInteger("telltale.recall.samples", 25);
  private static final String NOISE = "log line 17 of 40, level=info id:0a1b2c ";

  private static final RuleSet RULES = everyRule();

  private static RuleSet everyRule() {
    RuleSet builtin = RuleSet.builtin();
    return builtin.switched(builtin.allRules().stream().map(Rule::id).toList(), List.of());
  }

  @Test
  void theEngineHitsEveryTextThatAPatternDescribes() {
    Random random = new Random(20_261_125);
    PatternSampler sampler = new PatternSampler(random);
    List<String> missed = new ArrayList<>();
    List<String> silent = new ArrayList<>();
    int matching = 0;
    int made = 0;
    try (TriggerEngine engine = TriggerEngine.of(RULES)) {
      for (int i = 0; i < RULES.rules().size(); i++) {
        Rule rule = RULES.rules().get(i);
        if (rule.pattern() == null) {
          continue;
        }
        int ofRule = 0;
        for (int n = 0; n < SAMPLES; n++) {
          String text = around(rule, sampler.sample(rule.pattern().pattern()), random);
          if (rule.pattern().matcher(text).find()) {
            ofRule++;
            if (!hits(engine, text).get(i)) {
              missed.add(rule.id() + ": " + text);
            }
          }
        }
        made += SAMPLES;
        matching += ofRule;
        if (ofRule == 0) {
          silent.add(rule.id());
        }
      }
    }
    assertEquals(List.of(), missed);
    assertEquals(List.of(), silent);
    assertTrue(matching > made / 2, matching + " texts of " + made + " match");
  }

  /** A keyword before the text, where the rule needs one: that may be its trigger. */
  private static String around(Rule rule, String text, Random random) {
    Keywords keywords = rule.keywords();
    String word =
        keywords == null
            ? ""
            : String.join(" ", keywords.words().get(random.nextInt(keywords.words().size())))
                + ": ";
    return switch (random.nextInt(3)) {
      case 0 -> word + text;
      case 1 -> NOISE + word + text + " " + NOISE;
      default -> word + text + "\n" + NOISE;
    };
  }

  private static BitSet hits(TriggerEngine engine, String text) {
    BitSet hits = new BitSet();
    engine.scan(text, (rule, end) -> hits.set(rule));
    BitSet shapes = new BitSet();
    engine.scanShapes(text, (rule, end) -> shapes.set(rule));
    for (int i = 0; i < RULES.rules().size(); i++) {
      if (RULES.rules().get(i).shape() != null && !shapes.get(i)) {
        hits.clear(i);
      }
    }
    return hits;
  }
}
