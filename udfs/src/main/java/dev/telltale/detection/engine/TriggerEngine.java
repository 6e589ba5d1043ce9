package dev.telltale.detection.engine;

import dev.telltale.detection.pattern.HitSink;

/** Looks for the triggers of all rules at once. Not thread-safe: one per task. */
public interface TriggerEngine extends AutoCloseable {
  /**
   * Reports at least one hit inside every match that the text holds, or inside the keyword beside
   * it where that is the rule's trigger.
   */
  void scan(String text, HitSink hits);

  /** Reports at least one hit inside every match of a rule whose trigger is a keyword. */
  void scanShapes(String text, HitSink hits);

  /** How it is called in reports. */
  String name();

  @Override
  void close();
}
