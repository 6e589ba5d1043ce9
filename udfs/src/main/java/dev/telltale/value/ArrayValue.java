package dev.telltale.value;

import java.util.List;

/** An ordered list of values. */
public final class ArrayValue implements Value {
  private final List<Value> items;

  public ArrayValue(List<? extends Value> items) {
    this.items = List.copyOf(items);
  }

  public List<Value> items() {
    return items;
  }

  @Override
  public String toString() {
    return "array of " + items.size();
  }
}
