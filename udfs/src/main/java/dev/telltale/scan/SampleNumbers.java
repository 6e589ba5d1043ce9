package dev.telltale.scan;

import dev.telltale.detection.LooseNumbers;
import dev.telltale.record.DecodedRecord;
import dev.telltale.record.RecordColumns;
import dev.telltale.record.Sample;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The samples of a record as numbers to scan: whole ones of eight digits and more, as identifiers
 * of people, accounts and cards have them, under the name and the labels of their metric.
 */
final class SampleNumbers {
  private static final double MIN = 1e7;

  /** From here on a double no longer holds every whole number. */
  private static final double MAX = 9_007_199_254_740_992.0;

  /** Labels whose values say what a series is about. */
  private static final Set<String> NAMING =
      Set.of(
          "name", "key", "field", "label", "attribute", "type", "kind", "metric", "column", "id");

  private static final int MAX_NAME = 128;

  private SampleNumbers() {}

  static LooseNumbers of(DecodedRecord record) {
    List<String> numbers = texts(record.samples());
    return numbers.isEmpty() ? LooseNumbers.NONE : new LooseNumbers(numbers, () -> names(record));
  }

  /** Empty if none of them is to be looked at. */
  static List<String> texts(List<Sample> samples) {
    List<String> numbers = null;
    for (int i = 0; i < samples.size(); i++) {
      double value = Math.abs(samples.get(i).value());
      if (value >= MIN && value < MAX && value == Math.rint(value)) {
        if (numbers == null) {
          numbers = new ArrayList<>(Collections.nCopies(samples.size(), null));
        }
        numbers.set(i, new BigDecimal(value).toPlainString());
      }
    }
    return numbers == null ? List.of() : numbers;
  }

  private static List<String> names(DecodedRecord record) {
    RecordColumns columns = record.describer().describe(record.body());
    List<String> names = new ArrayList<>();
    if (columns.name() != null) {
      names.add(columns.name());
    }
    for (Map.Entry<String, String> label : columns.attributes().entrySet()) {
      if (NAMING.contains(label.getKey()) && label.getValue().length() <= MAX_NAME) {
        names.add(label.getValue());
      }
    }
    return names;
  }

  /** The same samples without the values of those that were found. */
  static List<Sample> without(List<Sample> samples, Set<Integer> found) {
    if (found.isEmpty()) {
      return samples;
    }
    List<Sample> left = new ArrayList<>(samples);
    found.forEach(i -> left.set(i, Sample.redacted(samples.get(i).time())));
    return left;
  }
}
