package dev.telltale.decoding.json;

import dev.telltale.value.ObjectValue;
import dev.telltale.value.Value;
import java.util.List;

/** Lists whose items become records of their own. */
public final class ObjectItems {
  private ObjectItems() {}

  /**
   * The items of the first member of that name if it is a list of nothing but objects, otherwise an
   * empty list: a list that holds anything else stays where it is, so that nothing of it is lost.
   */
  public static List<ObjectValue> of(ObjectValue holder, String name) {
    List<Value> items = holder.items(name);
    boolean objects = items.stream().allMatch(ObjectValue.class::isInstance);
    return objects ? items.stream().map(ObjectValue.class::cast).toList() : List.of();
  }

  /** What is beside that list, shared by the records of its items; null if nothing does. */
  public static ObjectValue beside(ObjectValue holder, String name) {
    ObjectValue rest = ObjectValue.shared(holder.without(holder.first(name)));
    return rest.members().isEmpty() ? null : rest;
  }
}
