package dev.telltale.detection.engine;

import dev.telltale.detection.rules.RuleSet;

/** Chooses an engine. */
public final class TriggerEngines {
  private TriggerEngines() {}

  /** Vectorscan where the platform has it, plain Java elsewhere: the findings are the same. */
  public static TriggerEngine best(RuleSet rules) {
    return VectorscanEngine.isAvailable() ? vectorscan(rules) : portable(rules);
  }

  /**
   * The native engine.
   *
   * @throws IllegalStateException where {@link #hasVectorscan()} says no
   */
  public static TriggerEngine vectorscan(RuleSet rules) {
    return new VectorscanEngine(VectorscanDatabase.of(rules));
  }

  public static TriggerEngine portable(RuleSet rules) {
    return new LiteralEngine(rules);
  }

  public static boolean hasVectorscan() {
    return VectorscanEngine.isAvailable();
  }
}
