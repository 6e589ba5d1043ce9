package dev.telltale.detection;

import dev.telltale.detection.field.FieldPath;
import java.util.List;
import java.util.function.Supplier;

/**
 * Numbers of a record that do not stand in its body: the samples of a metric. Holds them: never
 * printed.
 */
public final class LooseNumbers {
  /** A record without any. */
  public static final LooseNumbers NONE = new LooseNumbers(List.of(), 0, List::of);

  private final List<String> numbers;
  private final int samples;
  private final Supplier<List<String>> names;

  /**
   * @param numbers in order, values of samples and then their times, in as many forms for each;
   *     null for one that is not to be looked at
   * @param samples how many samples there are
   * @param names of what the numbers are about, asked for only if there are any
   */
  public LooseNumbers(List<String> numbers, int samples, Supplier<List<String>> names) {
    this.numbers = numbers;
    this.samples = samples;
    this.names = names;
  }

  List<String> reveal() {
    return numbers;
  }

  /** Where a number stands in the record. */
  FieldPath place(int position) {
    FieldPath root = FieldPath.root("samples");
    if (position < samples) {
      return root.item(position);
    }
    int forms = numbers.size() / samples - 1;
    return root.item((position - samples) / forms).member("time");
  }

  List<String> names() {
    return names.get();
  }

  @Override
  public String toString() {
    return numbers.size() + " numbers";
  }
}
