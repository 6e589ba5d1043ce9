package dev.telltale.decoding.message.wire;

import dev.telltale.value.NumberValue;
import dev.telltale.value.ObjectValue;
import dev.telltale.value.TextValue;
import dev.telltale.value.Value;

/** Numbers of a tree that this package built, as samples need them. */
public final class Doubles {
  private Doubles() {}

  /** The first of these members that holds a number; null if none does. */
  public static Double of(ObjectValue object, String... names) {
    for (String name : names) {
      Double number = of(object.first(name));
      if (number != null) {
        return number;
      }
    }
    return null;
  }

  private static Double of(Value value) {
    if (value instanceof NumberValue number) {
      return Double.valueOf(number.reveal());
    }
    return value instanceof TextValue text ? notFinite(text.reveal()) : null;
  }

  private static Double notFinite(String text) {
    return switch (text) {
      case "NaN" -> Double.NaN;
      case "Infinity" -> Double.POSITIVE_INFINITY;
      case "-Infinity" -> Double.NEGATIVE_INFINITY;
      default -> null;
    };
  }

  /** The integer there; 0 if there is none, as the format has it. */
  public static long integer(ObjectValue object, String name) {
    try {
      return object.first(name) instanceof NumberValue number ? Long.parseLong(number.reveal()) : 0;
    } catch (NumberFormatException notInteger) {
      return 0;
    }
  }
}
