package dev.telltale.decoding;

import dev.telltale.framing.Layer;
import dev.telltale.listing.TelemetryType;
import dev.telltale.proto.remotewrite.v1.Exemplar;
import dev.telltale.proto.remotewrite.v1.Histogram;
import dev.telltale.proto.remotewrite.v1.Label;
import dev.telltale.proto.remotewrite.v1.MetricMetadata;
import dev.telltale.proto.remotewrite.v1.TimeSeries;
import dev.telltale.proto.remotewrite.v1.WriteRequest;
import dev.telltale.record.DecodedRecord;
import dev.telltale.record.Emission;
import dev.telltale.record.EventTime;
import dev.telltale.record.Sample;
import dev.telltale.value.ArrayValue;
import dev.telltale.value.NumberValue;
import dev.telltale.value.ObjectValue;
import dev.telltale.value.TextValue;
import dev.telltale.value.Value;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The records of a remote-write 1.0 message: one per time series, one per metadata entry, and one
 * for unknown fields of the request itself. The body of a series is {@code {"labels": {...}}} with
 * {@code exemplars}, {@code histograms} and {@code unknown} (text of unknown fields) where there
 * are such; labels keep their order and duplicates. Samples are numbers and stand beside the body.
 */
final class RemoteWriteRecords {
  private final String format;
  private final List<String> encodings;
  private final List<Layer> layers;
  private final Emission emission;

  /**
   * @param encodings that were undone inside the frame to reach the message
   * @param layers that were undone inside the frame to reach the message
   */
  RemoteWriteRecords(String format, List<String> encodings, List<Layer> layers, Emission emission) {
    this.format = format;
    this.encodings = encodings;
    this.layers = layers;
    this.emission = emission;
  }

  /** Emits all records of either version, possibly none. */
  void emit(RemoteWriteMessage message) {
    if (message.version() == 1) {
      emit(message.v1());
    } else {
      new RemoteWriteV2Records(this, message.v2()).emit();
    }
  }

  private void emit(WriteRequest request) {
    for (TimeSeries series : request.getTimeseriesList()) {
      List<Sample> samples = new ArrayList<>(series.getSamplesCount());
      series
          .getSamplesList()
          .forEach(
              sample ->
                  samples.add(
                      new Sample(EventTime.ofMillis(sample.getTimestamp()), sample.getValue())));
      emit(body(series), samples, lastOf(series, samples));
    }
    for (MetricMetadata metadata : request.getMetadataList()) {
      emit(body(metadata), List.of(), null);
    }
    unknown(UnknownFields.ownText(request));
  }

  void unknown(String text) {
    if (text != null) {
      emit(ObjectValue.builder().add("unknown", text).build(), List.of(), null);
    }
  }

  void emit(ObjectValue body, List<Sample> samples, Instant last) {
    emission.record(
        new DecodedRecord(format, body, new SeriesDescriber(last), samples)
            .within("", encodings, layers)
            .of(TelemetryType.METRICS));
  }

  private static Instant lastOf(TimeSeries series, List<Sample> samples) {
    int histograms = series.getHistogramsCount();
    if (!samples.isEmpty() || histograms == 0) {
      return samples.isEmpty() ? null : samples.get(samples.size() - 1).time();
    }
    return EventTime.ofMillis(series.getHistograms(histograms - 1).getTimestamp());
  }

  private static ObjectValue body(TimeSeries series) {
    ObjectValue.Builder body = ObjectValue.builder();
    body.add("labels", labels(series.getLabelsList()));
    List<Value> exemplars = new ArrayList<>();
    for (Exemplar exemplar : series.getExemplarsList()) {
      exemplars.add(exemplar(labels(exemplar.getLabelsList()), exemplar.getValue()));
    }
    List<Value> histograms = new ArrayList<>();
    for (Histogram histogram : series.getHistogramsList()) {
      Value count =
          histogram.hasCountFloat()
              ? number(histogram.getCountFloat())
              : new NumberValue(Long.toUnsignedString(histogram.getCountInt()));
      histograms.add(histogram(count, histogram.getSum(), histogram.getTimestamp()));
    }
    addIfAny(body, "exemplars", exemplars);
    addIfAny(body, "histograms", histograms);
    return body.add("unknown", UnknownFields.text(series)).build();
  }

  private static ObjectValue body(MetricMetadata metadata) {
    ObjectValue.Builder entry = ObjectValue.builder();
    entry.add("metric", metadata.getMetricFamilyName()).add("type", metadata.getType());
    entry.add("help", metadata.getHelp()).add("unit", metadata.getUnit());
    return ObjectValue.builder()
        .add("metadata", entry.build())
        .add("unknown", UnknownFields.text(metadata))
        .build();
  }

  private static ObjectValue labels(List<Label> labels) {
    ObjectValue.Builder object = ObjectValue.builder();
    for (Label label : labels) {
      object.add(label.getName(), label.getValue());
    }
    return object.build();
  }

  static ObjectValue exemplar(ObjectValue labels, double value) {
    return ObjectValue.builder().add("labels", labels).add("value", number(value)).build();
  }

  static ObjectValue histogram(Value count, double sum, long millis) {
    return ObjectValue.builder()
        .add("timestamp", millis)
        .add("count", count)
        .add("sum", number(sum))
        .build();
  }

  static void addIfAny(ObjectValue.Builder body, String name, List<Value> items) {
    if (!items.isEmpty()) {
      body.add(name, new ArrayValue(items));
    }
  }

  /** JSON has no infinities and no NaN: they become text. */
  static Value number(double value) {
    String literal = Double.toString(value);
    return Double.isFinite(value) ? new NumberValue(literal) : new TextValue(literal);
  }
}
