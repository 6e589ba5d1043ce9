package dev.telltale.decoding.aws;

import dev.telltale.decoding.json.JsonFormat;
import dev.telltale.decoding.json.SampleNumber;
import dev.telltale.listing.TelemetryType;
import dev.telltale.record.DecodedRecord;
import dev.telltale.record.Emission;
import dev.telltale.record.EventTime;
import dev.telltale.record.Sample;
import dev.telltale.value.ArrayValue;
import dev.telltale.value.ObjectValue;
import dev.telltale.value.Value;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The CloudWatch embedded metric format: a log event with the member {@code _aws}, whose {@code
 * CloudWatchMetrics} say which of the other members are metrics and which dimensions; see
 * "Specification: Embedded metric format" in the CloudWatch user guide.
 *
 * <p>One record per event, kept whole. Samples are given where the event defines one metric,
 * because a sample does not say whose it is; of more metrics, the values are in the body.
 */
public final class EmbeddedMetricFormat implements JsonFormat {
  @Override
  public String id() {
    return "emf";
  }

  @Override
  public boolean claims(Value value) {
    return value instanceof ObjectValue event
        && event.object("_aws") != null
        && event.object("_aws").first("CloudWatchMetrics") instanceof ArrayValue;
  }

  @Override
  public void decode(Value value, Emission emission) {
    ObjectValue event = (ObjectValue) value;
    emission.record(
        DecodedRecord.of(id(), event, new EmbeddedMetricDescriber())
            .of(TelemetryType.METRICS)
            .with(samples(event)));
  }

  private static List<Sample> samples(ObjectValue event) {
    ObjectValue directive = event.object("_aws");
    Set<String> names = new LinkedHashSet<>();
    for (Value metrics : directive.items("CloudWatchMetrics")) {
      if (metrics instanceof ObjectValue definition) {
        for (Value metric : definition.items("Metrics")) {
          names.add(metric instanceof ObjectValue named ? named.text("Name") : null);
        }
      }
    }
    names.remove(null);
    return names.size() == 1
        ? samples(event.first(names.iterator().next()), directive.first("Timestamp"))
        : List.of();
  }

  /** A metric is a number, or a list of up to a hundred. */
  private static List<Sample> samples(Value metric, Value timestamp) {
    Instant time = timestamp == null ? null : EventTime.of(timestamp);
    List<Value> values = List.of();
    if (metric != null) {
      values = metric instanceof ArrayValue list ? list.items() : List.of(metric);
    }
    List<Sample> samples = new ArrayList<>();
    for (Value value : values) {
      Double number = SampleNumber.of(value);
      if (number != null) {
        samples.add(new Sample(time, number));
      }
    }
    return samples;
  }
}
