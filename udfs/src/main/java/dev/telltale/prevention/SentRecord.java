package dev.telltale.prevention;

import dev.telltale.value.ArrayValue;
import dev.telltale.value.Member;
import dev.telltale.value.ObjectValue;
import dev.telltale.value.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A record as it was sent, before anything took values out of it. Holds them: it never leaves a
 * task.
 */
public final class SentRecord {
  private final String format;
  private final Value body;

  /** What a processor makes of a part of a record. */
  @FunctionalInterface
  interface Change {
    /** The same value to look inside it, another one in its place, or null to remove it. */
    @Nullable Value of(Leaf leaf, Value value);
  }

  /**
   * @param format of the record, as in the table of records
   */
  public SentRecord(String format, Value body) {
    this.format = format;
    this.body = body;
  }

  String format() {
    return format;
  }

  Value body() {
    return body;
  }

  /** The body after a change to its parts; the same instance where none changed. */
  Value changed(Change change) {
    Value changed = walk(body, null, List.of(), false, change);
    return changed == null ? new ObjectValue(List.of()) : changed;
  }

  private @Nullable Value walk(
      Value value, @Nullable ObjectValue holder, List<String> path, boolean listed, Change change) {
    Place.At at = Place.of(format, path);
    List<String> below =
        path.size() <= at.root() ? List.of() : path.subList(at.root(), path.size());
    if (!path.isEmpty() || value.height() == 0) {
      Value changed = change.of(new Leaf(at.place(), below, listed, holder), value);
      if (changed != value) {
        return changed;
      }
    }
    if (value instanceof ObjectValue object) {
      return walk(object, path, listed, change);
    }
    return value instanceof ArrayValue array ? walk(array, path, change) : value;
  }

  private Value walk(ObjectValue object, List<String> path, boolean listed, Change change) {
    List<Member> members = new ArrayList<>(object.members().size());
    boolean same = true;
    for (Member member : object.members()) {
      List<String> deeper = new ArrayList<>(path);
      deeper.add(member.name());
      Value changed = walk(member.value(), object, deeper, listed, change);
      same &= changed == member.value();
      if (changed != null) {
        members.add(changed == member.value() ? member : member.with(changed));
      }
    }
    return same ? object : new ObjectValue(members);
  }

  private Value walk(ArrayValue array, List<String> path, Change change) {
    List<Value> items = new ArrayList<>(array.items().size());
    boolean same = true;
    for (Value item : array.items()) {
      Value changed = walk(item, null, path, true, change);
      same &= changed == item;
      if (changed != null) {
        items.add(changed);
      }
    }
    return same ? array : new ArrayValue(items);
  }

  @Override
  public String toString() {
    return format + " record: " + body;
  }
}
