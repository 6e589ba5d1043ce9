package dev.telltale.detection.engine;

import dev.telltale.detection.pattern.HitSink;
import dev.telltale.detection.pattern.TriggerScan;
import dev.telltale.detection.rules.Rule;
import dev.telltale.detection.rules.RuleSet;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * One automaton over the triggers of all rules, in plain Java. Its states are built as texts need
 * them: an engine that is closed waits, with what it has built, for the next task of the JVM.
 */
public final class AutomatonEngine implements TriggerEngine {
  private static final Map<String, Queue<AutomatonEngine>> WAITING = new ConcurrentHashMap<>();

  private final Queue<AutomatonEngine> waiting;
  private final TriggerScan triggers;
  private final TriggerScan shapes;

  private AutomatonEngine(RuleSet rules, Queue<AutomatonEngine> waiting) {
    this.waiting = waiting;
    triggers = new TriggerScan(rules.rules().stream().map(Rule::trigger).toList());
    shapes = new TriggerScan(rules.rules().stream().map(Rule::shape).toList());
  }

  /** For one task, which closes it. */
  public static AutomatonEngine of(RuleSet rules) {
    Queue<AutomatonEngine> waiting =
        WAITING.computeIfAbsent(order(rules), key -> new ConcurrentLinkedQueue<>());
    AutomatonEngine engine = waiting.poll();
    return engine == null ? new AutomatonEngine(rules, waiting) : engine;
  }

  /** Rule sets with the same id can list their rules in another order. */
  private static String order(RuleSet rules) {
    StringBuilder key = new StringBuilder(rules.id());
    rules.rules().forEach(rule -> key.append(' ').append(rule.id()));
    return key.toString();
  }

  @Override
  public void scan(String text, HitSink hits) {
    triggers.scan(text, hits);
  }

  @Override
  public void scanShapes(String text, HitSink hits) {
    shapes.scan(text, hits);
  }

  @Override
  public String name() {
    return "automaton";
  }

  @Override
  public void close() {
    waiting.add(this);
  }
}
