package dev.telltale.value;

/** A node of a decoded record. Immutable; {@code toString} gives type and size, never content. */
public sealed interface Value
    permits ObjectValue, ArrayValue, TextValue, NumberValue, LiteralValue {
  /** Where the value lies in what it was read from; {@link Span#NONE} for what was made up. */
  default Span span() {
    return Span.NONE;
  }

  /**
   * How many levels of arrays and objects the value has, at most {@link
   * dev.telltale.limit.Depth#MAX_TREE}: what walks a value to its leaves ends.
   */
  default int height() {
    return 0;
  }
}
