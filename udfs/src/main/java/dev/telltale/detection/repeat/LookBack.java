package dev.telltale.detection.repeat;

import dev.telltale.detection.field.Field;
import java.util.function.Supplier;

/**
 * What detection remembers of one object: in a first reading what was found, in a second one what
 * is to be met again. Not thread-safe.
 */
public final class LookBack {
  private final FoundValues found = new FoundValues();
  private final SplitKeys keys = new SplitKeys();
  private RepeatedValues repeats = RepeatedValues.NONE;

  /** Forgets everything: another object begins. */
  public void start() {
    found.clear();
    keys.clear();
    repeats = RepeatedValues.NONE;
  }

  /** The object begins again, and these values are findings wherever they stand. */
  public void lookFor(RepeatedValues values) {
    start();
    repeats = values;
  }

  public FoundValues found() {
    return found;
  }

  public SplitKeys keys() {
    return keys;
  }

  public RepeatedValues repeats() {
    return repeats;
  }

  /** Whether texts matter in which no rule could find anything. */
  public boolean looksAtAll() {
    return !repeats.isEmpty() || keys.isOpen();
  }

  /**
   * Looks at the next text of its field for keys that are logged line by line.
   *
   * @param emitter of the record; may give null
   */
  public void see(Field field, Supplier<String> emitter) {
    if (repeats.isEmpty()) {
      keys.see(field, emitter);
    }
  }

  @Override
  public String toString() {
    return found + ", " + keys;
  }
}
