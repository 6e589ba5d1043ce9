package dev.telltale.detection.engine;

import dev.telltale.detection.pattern.HitSink;
import dev.telltale.detection.pattern.TriggerScan;
import dev.telltale.detection.rules.Rule;
import dev.telltale.detection.rules.RuleSet;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/**
 * Looks for the triggers of all rules at once, with automata whose states are built as texts need
 * them: when an engine is closed, what it has built waits for the next task of the JVM. Not
 * thread-safe: one per task.
 */
public final class TriggerEngine implements AutoCloseable {
  /** Rule sets whose automata wait: one JVM seldom scans by more. */
  private static final int MAX_RULE_SETS = 4;

  private static final Map<String, Queue<Automata>> WAITING = new ConcurrentHashMap<>();

  private final Queue<Automata> waiting;
  private @Nullable Automata automata;

  private TriggerEngine(Queue<Automata> waiting, Automata automata) {
    this.waiting = waiting;
    this.automata = automata;
  }

  /** Used by one engine at a time. */
  private record Automata(TriggerScan triggers, TriggerScan shapes) {
    static Automata of(RuleSet rules) {
      return new Automata(
          new TriggerScan(rules.rules().stream().map(Rule::trigger).toList()),
          new TriggerScan(rules.rules().stream().map(Rule::shape).toList()));
    }
  }

  /** For one task, which closes it. */
  public static TriggerEngine of(RuleSet rules) {
    if (WAITING.size() >= MAX_RULE_SETS && !WAITING.containsKey(order(rules))) {
      WAITING.clear();
    }
    Queue<Automata> waiting =
        WAITING.computeIfAbsent(order(rules), key -> new ConcurrentLinkedQueue<>());
    Automata built = waiting.poll();
    return new TriggerEngine(waiting, built == null ? Automata.of(rules) : built);
  }

  /** Rule sets with the same id can list their rules in another order. */
  private static String order(RuleSet rules) {
    StringBuilder key = new StringBuilder(rules.id());
    rules.rules().forEach(rule -> key.append(' ').append(rule.id()));
    return key.toString();
  }

  /**
   * Reports at least one hit inside every match that the text holds, or inside the keyword beside
   * it where that is the rule's trigger.
   */
  public void scan(String text, HitSink hits) {
    open().triggers().scan(text, hits);
  }

  /** Reports at least one hit inside every match of a rule whose trigger is a keyword. */
  public void scanShapes(String text, HitSink hits) {
    open().shapes().scan(text, hits);
  }

  private Automata open() {
    if (automata == null) {
      throw new IllegalStateException("the engine is closed");
    }
    return automata;
  }

  /** Closing again does nothing: the next task may have the automata by then. */
  @Override
  public void close() {
    if (automata != null) {
      waiting.add(automata);
      automata = null;
    }
  }
}
