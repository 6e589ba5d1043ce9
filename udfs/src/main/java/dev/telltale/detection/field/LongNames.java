package dev.telltale.detection.field;

import dev.telltale.detection.finding.Match;
import java.lang.ref.WeakReference;
import java.util.List;

/**
 * What was found in the long names that were scanned last, by the very string: names of columns
 * come with every row. In bounded memory; holds no name longer than its format does.
 */
final class LongNames {
  private static final int SLOTS = 256;

  private final Slot[] slots = new Slot[SLOTS];

  private static final class Slot {
    private final WeakReference<String> name;
    private final List<Match> matches;

    Slot(String name, List<Match> matches) {
      this.name = new WeakReference<>(name);
      this.matches = matches;
    }
  }

  /** Null where the name was not scanned of late. */
  @SuppressWarnings(
      "ReferenceEquality") // To compare long names would cost what scanning them does.
  List<Match> of(String name) {
    Slot slot = slots[slot(name)];
    return slot != null && slot.name.get() == name ? slot.matches : null;
  }

  void keep(String name, List<Match> matches) {
    slots[slot(name)] = new Slot(name, matches);
  }

  private static int slot(String name) {
    return System.identityHashCode(name) & (SLOTS - 1);
  }

  @Override
  public String toString() {
    return "at most " + SLOTS + " long names";
  }
}
