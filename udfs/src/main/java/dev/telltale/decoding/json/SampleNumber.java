package dev.telltale.decoding.json;

import dev.telltale.value.NumberValue;
import dev.telltale.value.TextValue;
import dev.telltale.value.Value;

/**
 * Numbers of samples: written as numbers, or as text, which is how JSON encodings of protobuf write
 * 64-bit integers and what is not a finite number.
 */
public final class SampleNumber {
  private static final int MAX_LENGTH = 40;

  private SampleNumber() {}

  /** Null if the value is not a number; nothing throws, so no message can quote its input. */
  public static Double of(Value value) {
    String text = null;
    if (value instanceof NumberValue number) {
      text = number.reveal();
    } else if (value instanceof TextValue quoted) {
      text = quoted.reveal();
    }
    if (text == null || text.isEmpty() || text.length() > MAX_LENGTH || !isNumeric(text)) {
      return null;
    }
    try {
      return Double.valueOf(text);
    } catch (NumberFormatException notNumeric) {
      return null;
    }
  }

  /** Java also reads hexadecimal numbers and suffixes, which no telemetry means. */
  private static boolean isNumeric(String text) {
    return text.equals("NaN")
        || text.equals("Infinity")
        || text.equals("-Infinity")
        || text.chars().allMatch(c -> (c >= '0' && c <= '9') || "+-.eE".indexOf(c) >= 0);
  }
}
