package dev.telltale.decoding.otlp;

import dev.telltale.decoding.json.SampleNumber;
import dev.telltale.record.EventTime;
import dev.telltale.record.Sample;
import dev.telltale.value.ObjectValue;
import dev.telltale.value.Value;
import java.time.Instant;
import java.util.List;

/**
 * The numeric samples of an OTLP data point: its number, or the sum and the count of a histogram or
 * summary, at its time.
 */
final class OtlpSamples {
  private static final List<String> NUMBERS =
      List.of("asDouble", "as_double", "asInt", "as_int", "sum", "value");
  private static final List<String> TIMES = List.of("timeUnixNano", "time_unix_nano");

  private OtlpSamples() {}

  /** None where the point has no number. */
  static List<Sample> of(ObjectValue point) {
    for (String name : NUMBERS) {
      Double number = SampleNumber.of(point.first(name));
      if (number != null) {
        Sample sample = new Sample(time(point), number);
        Double count = name.equals("sum") ? SampleNumber.of(point.first("count")) : null;
        return count == null ? List.of(sample) : List.of(sample, new Sample(sample.time(), count));
      }
    }
    return List.of();
  }

  private static Instant time(ObjectValue point) {
    for (String name : TIMES) {
      Value value = point.first(name);
      if (value != null) {
        return EventTime.of(value);
      }
    }
    return null;
  }
}
