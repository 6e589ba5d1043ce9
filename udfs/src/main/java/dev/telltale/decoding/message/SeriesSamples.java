package dev.telltale.decoding.message;

import dev.telltale.decoding.message.wire.Doubles;
import dev.telltale.record.EventTime;
import dev.telltale.record.Sample;
import dev.telltale.value.Member;
import dev.telltale.value.ObjectValue;
import dev.telltale.value.Value;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The numeric samples of a series: plain ones, and for a histogram or summary sum and count. */
final class SeriesSamples {
  private final List<Sample> samples = new ArrayList<>();
  private Instant last;

  void plain(List<Value> items) {
    for (Value item : items) {
      if (item instanceof ObjectValue sample) {
        add(EventTime.ofMillis(Doubles.integer(sample, "timestamp")), value(sample));
      }
    }
  }

  private static double value(ObjectValue sample) {
    Double value = Doubles.of(sample, "value");
    return value == null ? 0 : value;
  }

  void histograms(List<Value> items) {
    for (Value item : items) {
      if (item instanceof ObjectValue histogram) {
        Instant time = EventTime.ofMillis(Doubles.integer(histogram, "timestamp"));
        addIfAny(time, Doubles.of(histogram, "sum"));
        addIfAny(time, Doubles.of(histogram, "countInt", "countFloat"));
      }
    }
  }

  void addIfAny(Instant time, Double value) {
    if (value != null) {
      add(time, value);
    }
  }

  private void add(Instant time, double value) {
    samples.add(new Sample(time, value));
    last = time == null ? last : time;
  }

  List<Sample> samples() {
    return samples;
  }

  /** The time of the last sample; null if none has one. */
  Instant last() {
    return last;
  }

  /** What samples hold beside value and time, which is not a number to be passed over. */
  static List<Value> residue(List<Value> items) {
    List<Value> rest = new ArrayList<>();
    for (Value item : items) {
      if (!(item instanceof ObjectValue sample)) {
        rest.add(item);
        continue;
      }
      List<Member> more =
          sample.members().stream().filter(member -> !isPlain(member.name())).toList();
      if (!more.isEmpty()) {
        rest.add(new ObjectValue(more, sample.span().offset(), sample.span().length()));
      }
    }
    return rest;
  }

  private static boolean isPlain(String name) {
    return name.equals("value") || name.equals("timestamp");
  }
}
