package dev.telltale.detection.engine;

import dev.telltale.detection.pattern.ByteRun;
import dev.telltale.detection.pattern.Trigger;
import dev.telltale.detection.rules.RuleSet;
import java.util.ArrayList;
import java.util.List;

/**
 * Plain Java: one Aho-Corasick automaton over the literals that rules require, and a run-length
 * check for each rule that requires none. Coarser than Vectorscan, so more is confirmed in vain;
 * linear on every input.
 */
final class LiteralEngine implements TriggerEngine {
  private final LiteralAutomaton automaton;
  private final List<Run> runs = new ArrayList<>();

  private record Run(int rule, boolean[] allowed, int length) {}

  LiteralEngine(RuleSet rules) {
    LiteralAutomaton.Builder builder = new LiteralAutomaton.Builder();
    for (int i = 0; i < rules.rules().size(); i++) {
      Trigger trigger = rules.rules().get(i).trigger();
      if (trigger == null) {
        continue;
      }
      for (String literal : trigger.literals()) {
        builder.add(literal, i);
      }
      if (trigger.run() != null) {
        runs.add(run(i, trigger.run()));
      }
    }
    automaton = builder.build();
  }

  private static Run run(int rule, ByteRun shape) {
    boolean[] allowed = new boolean[256];
    for (int b = 0; b < 256; b++) {
      allowed[b] = shape.bytes().get(b);
    }
    return new Run(rule, allowed, shape.length());
  }

  @Override
  public void scan(byte[] buffer, int from, int to, HitSink hits) {
    automaton.scan(buffer, from, to, hits);
    for (Run run : runs) {
      scan(run, buffer, from, to, hits);
    }
  }

  /** Hits every {@code length} bytes of a run, so that each match in a long run has one inside. */
  private static void scan(Run run, byte[] buffer, int from, int to, HitSink hits) {
    boolean[] allowed = run.allowed();
    int length = 0;
    for (int i = from; i < to; i++) {
      if (!allowed[buffer[i] & 0xFF]) {
        length = 0;
      } else if (++length % run.length() == 0) {
        hits.hit(run.rule(), i + 1);
      }
    }
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
