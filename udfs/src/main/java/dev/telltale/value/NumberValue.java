package dev.telltale.value;

import java.util.Objects;

/** A number, kept as it was written so that no digit is lost. */
public final class NumberValue implements Value {
  private final String literal;

  /** {@code literal} must be a number by the grammar of RFC 8259. */
  public NumberValue(String literal) {
    this.literal = Objects.requireNonNull(literal, "literal");
  }

  public static NumberValue of(long number) {
    return new NumberValue(Long.toString(number));
  }

  public String reveal() {
    return literal;
  }

  @Override
  public String toString() {
    return "number of " + literal.length() + " characters";
  }
}
