package dev.telltale.rewriting.search;

import dev.telltale.rewriting.text.TextEdit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Values that were found in a text, and the edits that replace them. Holds content. */
final class Located {
  private final List<TextEdit> edits = new ArrayList<>();
  private final Set<Wanted> found = new HashSet<>();

  void add(Wanted wanted, TextEdit edit) {
    found.add(wanted);
    edits.add(edit);
  }

  void add(Set<Wanted> wanted, List<TextEdit> more) {
    found.addAll(wanted);
    edits.addAll(more);
  }

  boolean touches(int from, int to) {
    return edits.stream().anyMatch(edit -> edit.from() < to && edit.to() > from);
  }

  boolean isEmpty() {
    return edits.isEmpty();
  }

  Set<Wanted> found() {
    return found;
  }

  /** In order and without overlaps. */
  List<TextEdit> edits() {
    return TextEdit.joined(edits);
  }

  @Override
  public String toString() {
    return edits.size() + " edits";
  }
}
