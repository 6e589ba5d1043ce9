package dev.telltale.detection.finding;

import dev.telltale.value.Span;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A finding with the text that it is in, for who has to find that text in the bytes. Holds content:
 * never printed, never leaves the task. Immutable.
 */
public final class FoundText {
  private final @Nullable Finding finding;
  private final String fingerprint;
  private final String value;
  private final String text;
  private final int start;
  private final int end;
  private final boolean number;
  private final String path;
  private final Span span;

  /**
   * @param finding null for one beyond the number that is reported of a rule
   * @param fingerprint of the value
   * @param value the whole of it
   * @param text the decoded field that holds it
   * @param start where in the text the match starts
   * @param number whether the field is a number
   * @param path of the field
   * @param span of the record's value that the text was decoded from
   */
  public FoundText(
      @Nullable Finding finding,
      String fingerprint,
      String value,
      String text,
      int start,
      int end,
      boolean number,
      String path,
      Span span) {
    this.finding = finding;
    this.fingerprint = Objects.requireNonNull(fingerprint, "fingerprint");
    this.value = Objects.requireNonNull(value, "value");
    this.text = Objects.requireNonNull(text, "text");
    this.start = start;
    this.end = end;
    this.number = number;
    this.path = Objects.requireNonNull(path, "path");
    this.span = Objects.requireNonNull(span, "span");
  }

  public @Nullable Finding finding() {
    return finding;
  }

  public String fingerprint() {
    return fingerprint;
  }

  /** The whole field. */
  public String reveal() {
    return text;
  }

  /** What of the field was found. */
  public String revealMatch() {
    return text.substring(start, end);
  }

  /** The value, which may be more than what was found here, or written in another way. */
  public String revealValue() {
    return value;
  }

  public int start() {
    return start;
  }

  public int end() {
    return end;
  }

  public boolean isNumber() {
    return number;
  }

  public String path() {
    return path;
  }

  public Span span() {
    return span;
  }

  @Override
  public String toString() {
    return "match of " + (end - start) + " characters in a field of " + text.length();
  }
}
