package dev.telltale.jobs.settings;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * One setting, declared where it is used: name, meaning, default and how its text is read.
 *
 * @param name without dashes, such as {@code min-coverage}
 * @param placeholder what stands for the value in the help, such as {@code URI}; empty for a switch
 * @param description one or two sentences for the help
 * @param standard the default value
 * @param shownDefault the default in words; empty where there is none worth a word
 * @param reader turns text into the value; throws {@link IllegalArgumentException} whose message
 *     says what is allowed
 */
public record Setting<T>(
    String name,
    String placeholder,
    String description,
    T standard,
    String shownDefault,
    boolean required,
    boolean many,
    Function<List<String>, T> reader) {

  public Setting {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(reader, "reader");
  }

  public static Setting<String> text(
      String name, String placeholder, String description, String standard) {
    return new Setting<>(
        name,
        placeholder,
        description,
        standard,
        standard == null ? "" : standard,
        false,
        false,
        values -> values.get(0));
  }

  public static Setting<String> requiredText(String name, String placeholder, String description) {
    return new Setting<>(
        name, placeholder, description, null, "", true, false, values -> values.get(0));
  }

  public static Setting<List<String>> requiredTexts(
      String name, String placeholder, String description) {
    return new Setting<>(name, placeholder, description, List.of(), "", true, true, List::copyOf);
  }

  public static Setting<Boolean> flag(String name, String description) {
    return new Setting<>(name, "", description, false, "", false, false, Setting::readFlag);
  }

  public static Setting<Double> fraction(String name, String description, double standard) {
    return new Setting<>(
        name,
        "FRACTION",
        description,
        standard,
        Double.toString(standard),
        false,
        false,
        values -> readFraction(values.get(0)));
  }

  public static Setting<Long> bytes(String name, String description, long standard) {
    return new Setting<>(
        name,
        "SIZE",
        description,
        standard,
        ByteSize.shown(standard),
        false,
        false,
        values -> ByteSize.read(values.get(0)));
  }

  public static Setting<Integer> count(String name, String description, int standard) {
    return new Setting<>(
        name,
        "N",
        description,
        standard,
        Integer.toString(standard),
        false,
        false,
        values -> readCount(values.get(0)));
  }

  /** A length of time, such as {@code 36h}. */
  public static Setting<Duration> span(String name, String description, String standard) {
    return new Setting<>(
        name,
        "SPAN",
        description,
        readSpan(standard),
        standard,
        false,
        false,
        values -> readSpan(values.get(0)));
  }

  public static Setting<String> choice(
      String name, String description, String standard, String... allowed) {
    List<String> choices = Arrays.asList(allowed);
    return new Setting<>(
        name,
        choices.stream().collect(Collectors.joining("|")),
        description,
        standard,
        standard == null ? "" : standard,
        false,
        false,
        values -> {
          if (!choices.contains(values.get(0))) {
            throw new IllegalArgumentException("one of " + String.join(", ", choices));
          }
          return values.get(0);
        });
  }

  boolean isFlag() {
    return placeholder.isEmpty();
  }

  private static Boolean readFlag(List<String> values) {
    if (values.get(0).equals("true") || values.get(0).equals("false")) {
      return values.get(0).equals("true");
    }
    throw new IllegalArgumentException("true or false");
  }

  private static Double readFraction(String text) {
    try {
      double value = Double.parseDouble(text);
      if (value >= 0 && value <= 1) {
        return value;
      }
    } catch (NumberFormatException notANumber) {
      // Falls through to the one message below.
    }
    throw new IllegalArgumentException("a number from 0 to 1, such as 0.99");
  }

  private static Duration readSpan(String text) {
    Duration span = Span.read(text);
    if (span == null) {
      throw new IllegalArgumentException("a number and a unit, such as 90s, 15m, 36h or 7d");
    }
    return span;
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
