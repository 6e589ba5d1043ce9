package dev.telltale.rewriting.search;

import dev.telltale.detection.finding.FoundText;
import java.util.Objects;

/** A found value that is to be replaced, and by what. Holds content: never printed. Immutable. */
public final class Wanted {
  private final FoundText found;
  private final String replacement;
  private final String match;
  private final boolean encoded;

  public Wanted(FoundText found, String replacement) {
    this.found = Objects.requireNonNull(found, "found");
    this.replacement = Objects.requireNonNull(replacement, "replacement");
    match = found.revealMatch();
    encoded = !found.revealValue().contains(match);
  }

  FoundText found() {
    return found;
  }

  /** What takes the place of the value: characters that are escaped nowhere. */
  String replacement() {
    return replacement;
  }

  /** Whether it was found in an encoded form, in the middle of what may be decoded as a whole. */
  boolean isEncoded() {
    return encoded;
  }

  /** What to look for where the field is not known. */
  String revealSought() {
    return encoded ? found.revealValue() : match;
  }

  @Override
  public String toString() {
    return found.toString();
  }
}
