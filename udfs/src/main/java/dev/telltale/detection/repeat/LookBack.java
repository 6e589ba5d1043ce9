package dev.telltale.detection.repeat;

import dev.telltale.detection.field.Field;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * What detection remembers of one object: in a first reading what was found, in a second one what
 * is to be met again. Not thread-safe.
 */
public final class LookBack {
  private final FoundValues found = new FoundValues();
  private final SplitKeys keys = new SplitKeys();
  private final SplitTexts texts = new SplitTexts();
  private final SplitBase64 folded = new SplitBase64();
  private RepeatedValues repeats = RepeatedValues.NONE;

  /** Forgets everything: another object begins. */
  public void start() {
    found.clear();
    keys.clear();
    texts.clear();
    folded.clear();
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

  public SplitTexts texts() {
    return texts;
  }

  public SplitBase64 folded() {
    return folded;
  }

  public RepeatedValues repeats() {
    return repeats;
  }

  /** Whether texts matter in which no rule could find anything. */
  public boolean looksAtAll() {
    return !repeats.isEmpty() || keys.isOpen() || texts.isOpen() || folded.isOpen();
  }

  /**
   * Looks at the next text of its field for values that go on in the next one.
   *
   * @param goesOn whether the record says that its text does
   * @param emitter of the record; may give null
   */
  public void see(Field field, boolean goesOn, Supplier<String> emitter) {
    if (repeats.isEmpty()) {
      keys.see(field, emitter);
      texts.see(field, goesOn, emitter);
      folded.see(field, emitter);
    }
  }

  /** What tells the texts of one field of one emitter from all others. */
  static List<String> stream(Field field, Supplier<String> emitter) {
    String path = field.paths().get(0).pattern(UnaryOperator.identity());
    return List.of(path, String.valueOf(emitter.get()));
  }

  @Override
  public String toString() {
    return found + ", " + keys;
  }
}
