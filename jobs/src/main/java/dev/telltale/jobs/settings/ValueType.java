package dev.telltale.jobs.settings;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/**
 * What the value of a setting is, and how its text is read and written.
 *
 * @param placeholder what stands for the value in the help, such as {@code URI}; empty for a switch
 * @param choices all values that are allowed, where they can be listed; otherwise empty
 * @param reader throws {@link IllegalArgumentException} whose message says what is allowed, or
 *     {@link UserMistake} where there is more to say
 * @param writer the text that reads as the value
 */
public record ValueType<T>(
    String placeholder,
    List<String> choices,
    Function<String, T> reader,
    Function<T, String> writer) {
  /** A switch: naming it means true. */
  public static final ValueType<Boolean> SWITCH =
      new ValueType<>("", List.of(), ValueType::readSwitch, String::valueOf);

  public static final ValueType<String> URI = text("URI");

  /** A file; completion offers those that are there. */
  public static final ValueType<String> FILE = text("FILE");

  /** Not negative. */
  public static final ValueType<Integer> COUNT =
      new ValueType<>("N", List.of(), ValueType::readCount, String::valueOf);

  /** From 0 to 1. */
  public static final ValueType<Double> FRACTION =
      new ValueType<>(
          "FRACTION",
          List.of(),
          text -> readNumber(text, 1, "a number from 0 to 1, such as 0.99"),
          String::valueOf);

  /** An amount of US dollars, not negative. */
  public static final ValueType<Double> DOLLARS =
      new ValueType<>(
          "USD",
          List.of(),
          text -> readNumber(text, Double.MAX_VALUE, "an amount of US dollars, such as 0.0757"),
          String::valueOf);

  /** Bytes, at least one. */
  public static final ValueType<Long> SIZE =
      new ValueType<>("SIZE", List.of(), ByteSize::read, ByteSize::shown);

  public static final ValueType<Duration> DURATION =
      new ValueType<>("DURATION", List.of(), ValueType::readDuration, DurationText::of);

  public static final ValueType<PointInTime> TIME =
      new ValueType<>("TIME", List.of(), PointInTime::read, PointInTime::toString);

  public ValueType {
    choices = List.copyOf(choices);
    Objects.requireNonNull(reader, "reader");
    Objects.requireNonNull(writer, "writer");
  }

  /** Any text. */
  public static ValueType<String> text(String placeholder) {
    return new ValueType<>(placeholder, List.of(), text -> text, text -> text);
  }

  /** One of a few words. */
  public static ValueType<String> choice(String... words) {
    List<String> choices = List.of(words);
    return new ValueType<>(
        String.join("|", choices),
        choices,
        text -> {
          if (!choices.contains(text)) {
            throw new IllegalArgumentException("one of " + String.join(", ", choices));
          }
          return text;
        },
        text -> text);
  }

  private static Boolean readSwitch(String text) {
    if (text.equals("true") || text.equals("false")) {
      return text.equals("true");
    }
    throw new IllegalArgumentException("true or false");
  }

  private static Double readNumber(String text, double max, String allowed) {
    try {
      double value = Double.parseDouble(text);
      if (value >= 0 && value <= max) {
        return value;
      }
    } catch (NumberFormatException notANumber) {
      // Falls through to the one message below.
    }
    throw new IllegalArgumentException(allowed);
  }

  private static Duration readDuration(String text) {
    Duration duration = DurationText.read(text);
    if (duration == null) {
      throw new IllegalArgumentException("a number and a unit, such as 90s, 15m, 36h or 7d");
    }
    return duration;
  }

  private static Integer readCount(String text) {
    try {
      int value = Integer.parseInt(text);
      if (value >= 0) {
        return value;
      }
    } catch (NumberFormatException notANumber) {
      // Falls through to the one message below.
    }
    throw new IllegalArgumentException("a whole number from 0 to 2147483647");
  }
}
