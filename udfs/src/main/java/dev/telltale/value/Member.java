package dev.telltale.value;

import java.util.Objects;

/** A name and its value in an {@link ObjectValue}. The name may be as sensitive as the value. */
public final class Member {
  private final String name;
  private final Value value;
  private final int nameOffset;
  private final int nameLength;

  public Member(String name, Value value) {
    this(name, Span.NONE, value);
  }

  /** A member whose name lies at {@code nameSpan} of its frame. */
  public Member(String name, Span nameSpan, Value value) {
    this.name = Objects.requireNonNull(name, "name");
    this.value = Objects.requireNonNull(value, "value");
    nameOffset = nameSpan.offset();
    nameLength = nameSpan.length();
  }

  /** Where the name lies in what it was read from; {@link Span#NONE} for what was made up. */
  public Span nameSpan() {
    return Span.of(nameOffset, nameLength);
  }

  /** The same name, at the same place, for another value. */
  public Member with(Value other) {
    return new Member(name, nameSpan(), other);
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
