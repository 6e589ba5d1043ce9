package dev.telltale.value;

import java.util.List;

/** An ordered list of values. */
public final class ArrayValue implements Value {
  private final List<Value> items;
  private final int offset;
  private final int length;

  public ArrayValue(List<? extends Value> items) {
    this(items, -1, 0);
  }

  /** A list whose encoded form lies at {@code offset} of its frame; -1 where it lies nowhere. */
  public ArrayValue(List<? extends Value> items, int offset, int length) {
    this.items = List.copyOf(items);
    this.offset = offset;
    this.length = length;
  }

  @Override
  public Span span() {
    return Span.of(offset, length);
  }

  public List<Value> items() {
    return items;
  }

  @Override
  public String toString() {
    return "array of " + items.size();
  }
}
