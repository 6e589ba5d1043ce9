package dev.telltale.value;

import dev.telltale.limit.Depth;
import java.util.List;

/** An ordered list of values. No more than {@link Depth#MAX_TREE} levels high. */
public final class ArrayValue implements Value {
  private final List<Value> items;
  private final int offset;
  private final int length;
  private final short height;

  public ArrayValue(List<? extends Value> items) {
    this(items, -1, 0);
  }

  /** A list whose encoded form lies at {@code offset} of its frame; -1 where it lies nowhere. */
  public ArrayValue(List<? extends Value> items, int offset, int length) {
    this.items = List.copyOf(items);
    this.offset = offset;
    this.length = length;
    height = heightOver(this.items);
  }

  @Override
  public Span span() {
    return Span.of(offset, length);
  }

  private static short heightOver(List<Value> items) {
    int highest = 0;
    for (Value item : items) {
      highest = Math.max(highest, item.height());
    }
    return Depth.heightAbove(highest);
  }

  @Override
  public int height() {
    return height;
  }

  public List<Value> items() {
    return items;
  }

  @Override
  public String toString() {
    return "array of " + items.size();
  }
}
