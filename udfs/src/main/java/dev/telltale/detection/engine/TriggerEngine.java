package dev.telltale.detection.engine;

/**
 * Looks for the triggers of all rules at once. Not thread-safe: one per task. Holds memory outside
 * the heap until it is closed.
 */
public interface TriggerEngine extends AutoCloseable {
  /**
   * Reports at least one hit inside every match that {@code buffer[from, to)} holds; lines are
   * independent. Offsets are those of the buffer.
   */
  void scan(byte[] buffer, int from, int to, HitSink hits);

  /** How it is called in reports. */
  String name();

  @Override
  void close();
}
