package dev.telltale.value;

import java.util.Objects;

/** A string as it reads after decoding. */
public final class TextValue implements Value {
  private final String text;

  public TextValue(String text) {
    this.text = Objects.requireNonNull(text, "text");
  }

  public String reveal() {
    return text;
  }

  @Override
  public String toString() {
    return "text of " + text.length() + " characters";
  }
}
