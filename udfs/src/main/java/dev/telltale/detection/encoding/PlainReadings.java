package dev.telltale.detection.encoding;

import java.util.function.Predicate;

/**
 * A text as it reads with nothing decoded, and with one layer of percent-encoding, backslash
 * escapes and character references after the other.
 */
public final class PlainReadings {
  private static final int MAX_LAYERS = 4;

  private PlainReadings() {}

  /** Whether any reading of the text fulfils the condition. */
  public static boolean anyMatch(String text, Predicate<String> condition) {
    String reading = text;
    for (int layer = 0; layer <= MAX_LAYERS; layer++) {
      if (condition.test(reading)) {
        return true;
      }
      String decoded = decoded(reading);
      if (decoded.equals(reading)) {
        return false;
      }
      reading = decoded;
    }
    return false;
  }

  private static String decoded(String text) {
    String decoded = text;
    if (text.indexOf('%') >= 0 && DecodedCopy.hasPercents(decoded)) {
      decoded = DecodedCopy.ofPercents(decoded).reveal();
    }
    if (text.indexOf('\\') >= 0 && DecodedCopy.hasEscapes(decoded)) {
      decoded = DecodedCopy.ofEscapes(decoded).reveal();
    }
    if (text.indexOf('&') >= 0 && DecodedCopy.hasEntities(decoded)) {
      decoded = DecodedCopy.ofEntities(decoded).reveal();
    }
    return decoded;
  }
}
