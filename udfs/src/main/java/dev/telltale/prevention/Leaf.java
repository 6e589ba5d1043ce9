package dev.telltale.prevention;

import dev.telltale.value.ObjectValue;
import dev.telltale.value.TextValue;
import dev.telltale.value.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A member, item or text of a record, as a processor meets it. Holds names: never printed. */
final class Leaf {
  private final Place place;
  private final List<String> path;
  private final boolean listed;
  private final @Nullable ObjectValue holder;

  /**
   * @param place what it is part of
   * @param path names from the map that is the place, without positions of items
   * @param listed whether it stands in an array below that map
   * @param holder the object that it is a member of; null for an item and for the record itself
   */
  Leaf(Place place, List<String> path, boolean listed, @Nullable ObjectValue holder) {
    this.place = place;
    this.path = path;
    this.listed = listed;
    this.holder = holder;
  }

  Place place() {
    return place;
  }

  List<String> path() {
    return path;
  }

  boolean listed() {
    return listed;
  }

  @Nullable ObjectValue holder() {
    return holder;
  }

  /** Of the nearest member; empty for a text that is the place itself. */
  String key() {
    return path.isEmpty() ? "" : path.get(path.size() - 1);
  }

  /** Whether it is a member of the map itself. */
  boolean isTop() {
    return path.size() == 1 && !listed;
  }

  /**
   * The name that a pair says in its member {@code name} beside {@code value}, as in the
   * environment of a container.
   */
  @Nullable String pairName() {
    Value name = holder == null || !key().equals("value") ? null : holder.first("name");
    return name instanceof TextValue text ? text.reveal() : null;
  }

  @Override
  public String toString() {
    return place.toString();
  }
}
