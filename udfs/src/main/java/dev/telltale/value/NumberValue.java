package dev.telltale.value;

import java.util.Objects;

/** A number, kept as it was written so that no digit is lost. */
public final class NumberValue implements Value {
  private final String literal;
  private final int offset;
  private final int length;

  /**
   * A number whose encoded form stands at {@code offset} of its frame; -1 where it stands nowhere.
   *
   * @param literal a number by the grammar of RFC 8259
   */
  public NumberValue(String literal, int offset, int length) {
    this.literal = Objects.requireNonNull(literal, "literal");
    this.offset = offset;
    this.length = length;
  }

  @Override
  public Span span() {
    return Span.of(offset, length);
  }

  public String reveal() {
    return literal;
  }

  @Override
  public String toString() {
    return "number of " + literal.length() + " characters";
  }
}
