package dev.telltale.rewriting.search;

import dev.telltale.rewriting.edit.Edit;
import dev.telltale.rewriting.edit.Edits;
import java.util.List;
import java.util.Set;

/** Values that were found in bytes, and the edits that replace them. Holds content. */
public final class FoundEdits {
  static final FoundEdits NONE = new FoundEdits(Set.of(), List.of());

  private final Set<Wanted> found;
  private final List<Edit> edits;

  FoundEdits(Set<Wanted> found, List<Edit> edits) {
    this.found = Set.copyOf(found);
    this.edits = Edits.joined(edits);
  }

  public Set<Wanted> found() {
    return found;
  }

  /** In order. */
  public List<Edit> edits() {
    return edits;
  }

  @Override
  public String toString() {
    return edits.size() + " edits";
  }
}
