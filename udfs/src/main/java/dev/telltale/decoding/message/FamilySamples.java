package dev.telltale.decoding.message;

import dev.telltale.decoding.message.wire.Doubles;
import dev.telltale.record.EventTime;
import dev.telltale.record.Sample;
import dev.telltale.value.LiteralValue;
import dev.telltale.value.Member;
import dev.telltale.value.ObjectValue;
import dev.telltale.value.Value;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * The numeric samples of one metric of a family: the value of a counter, gauge or untyped metric;
 * sum and count of a histogram or summary; 1 or 0 for each state of a state set.
 */
final class FamilySamples {
  private static final Set<String> KINDS =
      Set.of("gauge", "counter", "summary", "untyped", "histogram", "unknown", "stateSet");

  private final SeriesSamples samples = new SeriesSamples();

  private FamilySamples() {}

  static FamilySamples of(ObjectValue metric) {
    FamilySamples samples = new FamilySamples();
    long millis = Doubles.integer(metric, "timestampMs");
    samples.point(metric, millis == 0 ? null : EventTime.ofMillis(millis));
    for (Value item : metric.items("points")) {
      if (item instanceof ObjectValue point) {
        samples.point(point, time(point.object("timestamp")));
      }
    }
    return samples;
  }

  private void point(ObjectValue point, Instant time) {
    for (Member member : point.members()) {
      if (KINDS.contains(member.name()) && member.value() instanceof ObjectValue value) {
        value(value, time);
      }
    }
  }

  private void value(ObjectValue value, Instant time) {
    samples.addIfAny(time, Doubles.of(value, "value", "doubleValue", "intValue"));
    samples.addIfAny(time, Doubles.of(value, "sampleSum", "sum"));
    samples.addIfAny(time, Doubles.of(value, "sampleCount", "sampleCountFloat", "count"));
    for (Value item : value.items("states")) {
      if (item instanceof ObjectValue state) {
        boolean enabled = state.first("enabled") == LiteralValue.TRUE;
        samples.addIfAny(time, enabled ? 1.0 : 0.0);
      }
    }
  }

  /** Of a {@code google.protobuf.Timestamp}. */
  static Instant time(ObjectValue timestamp) {
    if (timestamp == null) {
      return null;
    }
    long seconds = Doubles.integer(timestamp, "seconds");
    Instant whole =
        Math.abs(seconds) > Long.MAX_VALUE / 1_000 ? null : EventTime.ofMillis(seconds * 1_000);
    long nanos = Doubles.integer(timestamp, "nanos");
    return whole == null || nanos < 0 || nanos > 999_999_999 ? whole : whole.plusNanos(nanos);
  }

  List<Sample> samples() {
    return samples.samples();
  }

  Instant last() {
    return samples.last();
  }
}
