package dev.telltale.detection.repeat;

import dev.telltale.detection.field.Field;
import dev.telltale.limit.Limits;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The private keys of one object that are logged line by line: each stream of records, which is one
 * field of one emitter, is followed from the first line of a key to its last. Bounded. Holds keys:
 * never printed. Not thread-safe.
 */
public final class SplitKeys {
  private static final int MIN_LENGTH = "---- BEGIN PRIVATE KEY".length();
  private static final int MAX_OPEN = 16;

  private final Map<List<String>, SplitKey> open = new LinkedHashMap<>();
  private final List<SplitKey> complete = new ArrayList<>();

  /** Takes a key in one piece, and the lines that hold it. */
  @FunctionalInterface
  public interface Sink {
    void accept(String key, List<String> lines);
  }

  /** Whether the next lines of a key are awaited. */
  public boolean isOpen() {
    return !open.isEmpty();
  }

  /**
   * Looks at the next text of its field.
   *
   * @param emitter of the record, asked for only where a key begins or goes on; may give null
   */
  public void see(Field field, Supplier<String> emitter) {
    String text = field.reveal();
    boolean opens = text.length() >= MIN_LENGTH && SplitKey.opens(text);
    if (opens) {
      field.markPacked();
    }
    if (!opens && open.isEmpty()) {
      return;
    }
    List<String> stream = LookBack.stream(field, emitter);
    SplitKey key = open.get(stream);
    if (key != null) {
      text.lines().map(String::strip).forEach(key::take);
      if (key.isEnded() || key.missed() > Limits.MAX_RECORDS_BETWEEN_LINES) {
        open.remove(stream);
        complete.add(key);
      }
    } else if (opens && open.size() < MAX_OPEN) {
      open.put(stream, SplitKey.beginning(text));
    }
  }

  /** No more lines will come: what is open is complete. */
  public void end() {
    complete.addAll(open.values());
    open.clear();
  }

  /** Gives out the keys that are complete, once. */
  public void drain(Sink sink) {
    for (SplitKey key : complete) {
      key.end();
      sink.accept(key.reveal(), key.material());
    }
    complete.clear();
  }

  public void clear() {
    open.clear();
    complete.clear();
  }

  @Override
  public String toString() {
    return open.size() + " open keys";
  }
}
