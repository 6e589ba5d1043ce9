package dev.telltale.value;

/** A node of a decoded record. Immutable; {@code toString} gives type and size, never content. */
public sealed interface Value
    permits ObjectValue, ArrayValue, TextValue, NumberValue, LiteralValue {}
