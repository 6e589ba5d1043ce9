package dev.telltale.decoding;

import dev.telltale.record.DecodedRecord;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * What was emitted and not taken yet, in order: records, and parts that will make more of them. A
 * part makes its next records when those before it were taken. Used by one thread.
 */
final class PendingRecords {
  /** Makes records as they are asked for. */
  interface Part {
    /**
     * Emits some more.
     *
     * @return whether there may be others after them
     */
    boolean emit();

    /** Frees what the part holds, also when it was not asked for all of its records. */
    default void close() {}
  }

  private final Deque<Object> pending = new ArrayDeque<>();
  private List<Object> made;

  void add(DecodedRecord record) {
    put(record);
  }

  void add(Part part) {
    put(part);
  }

  private void put(Object next) {
    if (made == null) {
      pending.add(next);
    } else {
      made.add(next);
    }
  }

  /** The next record; null when there is none left. */
  DecodedRecord next() {
    while (!pending.isEmpty()) {
      Object first = pending.remove();
      if (first instanceof DecodedRecord record) {
        return record;
      }
      run((Part) first);
    }
    return null;
  }

  private void run(Part part) {
    made = new ArrayList<>();
    boolean more;
    try {
      more = part.emit();
    } catch (RuntimeException | Error broken) {
      part.close();
      throw broken;
    }
    if (more) {
      pending.addFirst(part);
    } else {
      part.close();
    }
    for (int i = made.size() - 1; i >= 0; i--) {
      pending.addFirst(made.get(i));
    }
    made = null;
  }

  /** Lets go of what was not taken. */
  void close() {
    made = null;
    while (!pending.isEmpty()) {
      if (pending.remove() instanceof Part part) {
        part.close();
      }
    }
  }

  @Override
  public String toString() {
    return pending.size() + " pending records and parts";
  }
}
