package dev.telltale.detection.engine;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.telltale.detection.rules.RuleSet;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TriggerEngineTest {
  private static final RuleSet RULES = RuleSet.builtin();

  @Test
  void aClosedEngineScansNoMoreAndCanBeClosedAgain() {
    TriggerEngine closed = TriggerEngine.of(RULES);
    closed.close();
    closed.close();
    assertThrows(IllegalStateException.class, () -> closed.scan("text", (rule, end) -> {}));
    assertThrows(IllegalStateException.class, () -> closed.scanShapes("text", (rule, end) -> {}));
  }

  @Test
  void anEngineThatTakesOverTheAutomataOfAClosedOneHitsTheSame() {
    String text = "AKIAQ7ZP2LXV9WKD3RTM and password: k7Wq2Zp9Lx4Tn8";
    List<String> first = hits(text);
    assertTrue(first.size() > 1, first.toString());
    for (int i = 0; i < 3; i++) {
      assertTrue(hits(text).equals(first));
    }
  }

  private static List<String> hits(String text) {
    List<String> hits = new ArrayList<>();
    try (TriggerEngine engine = TriggerEngine.of(RULES)) {
      engine.scan(text, (rule, end) -> hits.add(RULES.rules().get(rule).id() + " " + end));
    }
    return hits;
  }
}
