package dev.telltale.detection.validators;

import java.util.Objects;

/** A matched value and the text around it. Holds content: never printed. */
public final class CandidateValue {
  private final String text;
  private final int start;
  private final int end;
  private final boolean named;

  /**
   * A part of a text.
   *
   * @param named whether the value is a whole field under a name that says what it holds
   */
  public CandidateValue(String text, int start, int end, boolean named) {
    this.text = Objects.requireNonNull(text, "text");
    this.start = start;
    this.end = end;
    this.named = named;
  }

  /** A value without a text around it. */
  public static CandidateValue of(String value) {
    return new CandidateValue(value, 0, value.length(), false);
  }

  /** The value itself. */
  public String reveal() {
    return text.substring(start, end);
  }

  /** Whether it is a whole field under a name that says what it holds. */
  public boolean isNamed() {
    return named;
  }

  /** At most {@code length} characters before the value. */
  public String textBefore(int length) {
    return text.substring(Math.max(0, start - length), start);
  }

  /** The character {@code distance} before the value, or a space beyond the text. */
  public char before(int distance) {
    return start - distance >= 0 ? text.charAt(start - distance) : ' ';
  }

  /** The character {@code distance} after the value's last one, or a space beyond the text. */
  public char after(int distance) {
    return end - 1 + distance < text.length() ? text.charAt(end - 1 + distance) : ' ';
  }

  @Override
  public String toString() {
    return "candidate of " + (end - start) + " characters";
  }
}
