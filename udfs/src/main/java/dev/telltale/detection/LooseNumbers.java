package dev.telltale.detection;

import java.util.List;
import java.util.function.Supplier;

/**
 * Numbers of a record that do not stand in its body: the samples of a metric. Holds them: never
 * printed.
 */
public final class LooseNumbers {
  /** A record without any. */
  public static final LooseNumbers NONE = new LooseNumbers(List.of(), List::of);

  private final List<String> numbers;
  private final Supplier<List<String>> names;

  /**
   * @param numbers in order; null for one that is not to be looked at
   * @param names of what the numbers are about, asked for only if there are any
   */
  public LooseNumbers(List<String> numbers, Supplier<List<String>> names) {
    this.numbers = numbers;
    this.names = names;
  }

  List<String> reveal() {
    return numbers;
  }

  List<String> names() {
    return names.get();
  }

  @Override
  public String toString() {
    return numbers.size() + " numbers";
  }
}
