package dev.telltale.scan;

import dev.telltale.detection.LooseNumbers;
import dev.telltale.record.DecodedRecord;
import dev.telltale.record.RecordColumns;
import dev.telltale.record.Sample;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The samples of a record as numbers to scan: whole ones of eight digits and more, as identifiers
 * of people, accounts and cards have them, under the name and the labels of their metric. A time
 * that no telemetry was sent at may be such a number as well, in any of the units of times.
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

  /** Seconds since 1970 between which a time is a time: the years 1990 to 2065. */
  private static final long FIRST_TIME = 631_152_000L;

  private static final long LAST_TIME = 3_000_000_000L;

  /** Nanoseconds in the units of times: seconds to nanoseconds. */
  private static final int[] UNITS = {1_000_000_000, 1_000_000, 1_000, 1};

  private SampleNumbers() {}

  static LooseNumbers of(DecodedRecord record) {
    List<String> numbers = texts(record.samples());
    return numbers.isEmpty()
        ? LooseNumbers.NONE
        : new LooseNumbers(numbers, record.samples().size(), () -> names(record));
  }

  /** The values, then the times in all units; empty if none of them is to be looked at. */
  static List<String> texts(List<Sample> samples) {
    List<String> values = values(samples);
    List<String> times = times(samples);
    if (times == null) {
      return values == null ? List.of() : values;
    }
    List<String> all = values == null ? none(samples.size()) : values;
    all.addAll(times);
    return all;
  }

  private static List<String> none(int count) {
    return new ArrayList<>(Collections.nCopies(count, null));
  }

  /** Null if there are none. */
  private static List<String> times(List<Sample> samples) {
    List<String> times = null;
    for (int i = 0; i < samples.size(); i++) {
      Instant time = samples.get(i).time();
      if (time != null
          && (time.getEpochSecond() < FIRST_TIME || time.getEpochSecond() > LAST_TIME)) {
        times = times == null ? none(samples.size() * UNITS.length) : times;
        BigInteger nanos =
            BigInteger.valueOf(time.getEpochSecond())
                .multiply(BigInteger.valueOf(UNITS[0]))
                .add(BigInteger.valueOf(time.getNano()));
        for (int unit = 0; unit < UNITS.length; unit++) {
          BigInteger[] number = nanos.divideAndRemainder(BigInteger.valueOf(UNITS[unit]));
          if (number[1].signum() == 0) {
            times.set(i * UNITS.length + unit, number[0].toString());
          }
        }
      }
    }
    return times;
  }

  /** Null if there are none. */
  private static List<String> values(List<Sample> samples) {
    List<String> numbers = null;
    for (int i = 0; i < samples.size(); i++) {
      double value = Math.abs(samples.get(i).value());
      if (value >= MIN && value < MAX && value == Math.rint(value)) {
        if (numbers == null) {
          numbers = none(samples.size());
        }
        numbers.set(i, new BigDecimal(value).toPlainString());
      }
    }
    return numbers;
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

  /** The same samples without the values and times that were found. */
  static List<Sample> without(List<Sample> samples, Set<Integer> found) {
    if (found.isEmpty()) {
      return samples;
    }
    List<Sample> left = new ArrayList<>(samples);
    for (int position : found) {
      boolean isTime = position >= left.size();
      int i = isTime ? (position - left.size()) / UNITS.length : position;
      Sample sample = left.get(i);
      left.set(
          i,
          isTime
              ? new Sample(null, sample.value(), sample.isRedacted())
              : Sample.redacted(sample.time()));
    }
    return left;
  }
}
