package dev.telltale.value;

import java.util.Objects;

/** A name and its value in an {@link ObjectValue}. The name may be as sensitive as the value. */
public final class Member {
  private final String name;
  private final Value value;

  public Member(String name, Value value) {
    this.name = Objects.requireNonNull(name, "name");
    this.value = Objects.requireNonNull(value, "value");
  }

  public String name() {
    return name;
  }

  public Value value() {
    return value;
  }

  @Override
  public String toString() {
    return "member holding " + value;
  }
}
