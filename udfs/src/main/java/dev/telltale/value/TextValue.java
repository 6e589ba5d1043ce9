package dev.telltale.value;

import java.util.Objects;

/** A string as it reads after decoding. */
public final class TextValue implements Value {
  private final String text;
  private final int offset;
  private final int length;

  public TextValue(String text) {
    this(text, -1, 0);
  }

  /** A string whose encoded form lies at {@code offset} of its frame; -1 where it lies nowhere. */
  public TextValue(String text, int offset, int length) {
    this.text = Objects.requireNonNull(text, "text");
    this.offset = offset;
    this.length = length;
  }

  @Override
  public Span span() {
    return Span.of(offset, length);
  }

  public String reveal() {
    return text;
  }

  @Override
  public String toString() {
    return "text of " + text.length() + " characters";
  }
}
