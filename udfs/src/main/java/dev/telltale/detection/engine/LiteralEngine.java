package dev.telltale.detection.engine;

import dev.telltale.detection.pattern.Trigger;
import dev.telltale.detection.rules.RuleSet;
import java.nio.charset.StandardCharsets;

/**
 * Plain Java: one Aho-Corasick automaton over the literals that rules require, and a run-length
 * check for each rule that requires none. Coarser than Vectorscan, so more is confirmed in vain;
 * linear on every input.
 */
final class LiteralEngine implements TriggerEngine {
  private final LiteralAutomaton automaton;
  private final TokenHits tokens;
  private final ByteRuns runs = new ByteRuns();

  LiteralEngine(RuleSet rules) {
    TokenHits.Numbers numbers = new TokenHits.Numbers();
    LiteralAutomaton.Builder builder = new LiteralAutomaton.Builder();
    for (int i = 0; i < rules.rules().size(); i++) {
      Trigger trigger = rules.rules().get(i).trigger();
      if (trigger == null) {
        continue;
      }
      for (String literal : trigger.literals()) {
        int length = literal.getBytes(StandardCharsets.UTF_8).length;
        builder.add(literal, numbers.add(i, trigger.tokens() ? length : 0));
      }
      if (trigger.run() != null) {
        runs.add(i, trigger.run());
      }
    }
    automaton = builder.build();
    tokens = numbers.hits();
  }

  @Override
  public void scan(byte[] buffer, int from, int to, HitSink hits) {
    tokens.start(buffer, from, to, hits);
    automaton.scan(buffer, from, to, tokens);
    tokens.finish();
    runs.scan(buffer, from, to, hits);
  }

  @Override
  public String name() {
    return "portable";
  }

  @Override
  public void close() {
    // Nothing is held outside the heap.
  }
}
