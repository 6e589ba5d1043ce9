package dev.telltale.decoding.message;

import dev.telltale.decoding.message.schema.ExpositionSchema;
import dev.telltale.decoding.message.schema.MessageType;
import dev.telltale.listing.TelemetryType;
import dev.telltale.record.DecodedRecord;
import dev.telltale.record.Emission;
import dev.telltale.value.ArrayValue;
import dev.telltale.value.Member;
import dev.telltale.value.ObjectValue;
import dev.telltale.value.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * The records of metric families: one per metric, which is a family's values for one set of labels.
 * Its body is the metric, with {@code family} (name, help, type, unit), shared by the metrics of a
 * family; a family without metrics is one record.
 */
final class FamilyFormat implements MessageFormat {
  private static final String METRICS = "metrics";
  private static final String FAMILIES = "metricFamilies";

  private final String id;
  private final MessageType type;

  private FamilyFormat(String id, MessageType type) {
    this.id = id;
    this.type = type;
  }

  /** One {@code io.prometheus.client.MetricFamily} a message. */
  static FamilyFormat prometheus() {
    return new FamilyFormat("metric-family", ExpositionSchema.METRIC_FAMILY);
  }

  /** One {@code openmetrics.MetricSet} a message. */
  static FamilyFormat openMetrics() {
    return new FamilyFormat("openmetrics-protobuf", ExpositionSchema.METRIC_SET);
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public MessageType type() {
    return type;
  }

  @Override
  public void emit(ObjectValue message, Emission emission) {
    if (type == ExpositionSchema.METRIC_FAMILY) {
      family(message, emission);
      return;
    }
    List<Member> beside = new ArrayList<>();
    for (Member member : message.members()) {
      if (member.name().equals(FAMILIES)) {
        List<Value> strays = new ArrayList<>();
        List<ObjectValue> families = new ArrayList<>();
        for (Value item : message.items(FAMILIES)) {
          if (item instanceof ObjectValue family) {
            families.add(family);
          } else {
            strays.add(item);
          }
        }
        emission.each(families.size(), i -> family(families.get(i), emission));
        if (!strays.isEmpty()) {
          beside.add(member.with(new ArrayValue(strays)));
        }
      } else {
        beside.add(member);
      }
    }
    RemoteWriteFormat.beside(id, beside, emission);
  }

  private void family(ObjectValue message, Emission emission) {
    List<Value> strays = new ArrayList<>();
    List<ObjectValue> metrics = new ArrayList<>();
    for (Value item : message.items(METRICS)) {
      if (item instanceof ObjectValue metric) {
        metrics.add(metric);
      } else {
        strays.add(item);
      }
    }
    List<Member> rest = new ArrayList<>();
    for (Member member : message.members()) {
      if (!member.name().equals(METRICS)) {
        rest.add(member);
      }
    }
    if (!strays.isEmpty()) {
      rest.add(new Member(METRICS, new ArrayValue(strays)));
    }
    ObjectValue family = ObjectValue.shared(rest);
    emission.each(metrics.size(), i -> record(family, metrics.get(i), emission));
    if (metrics.isEmpty()) {
      record(family, new ObjectValue(List.of()), emission);
    }
  }

  private void record(ObjectValue family, ObjectValue metric, Emission emission) {
    FamilySamples samples = FamilySamples.of(metric);
    ObjectValue body =
        ObjectValue.builder()
            .add("family", family)
            .addAll(Labels.within(metric).members())
            .at(metric.span())
            .build();
    emission.record(
        new DecodedRecord(id, body, new SeriesDescriber(samples.last()), samples.samples())
            .of(TelemetryType.METRICS));
  }
}
