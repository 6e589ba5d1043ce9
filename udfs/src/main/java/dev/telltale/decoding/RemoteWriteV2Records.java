package dev.telltale.decoding;

import dev.telltale.proto.remotewrite.v2.Exemplar;
import dev.telltale.proto.remotewrite.v2.Histogram;
import dev.telltale.proto.remotewrite.v2.Metadata;
import dev.telltale.proto.remotewrite.v2.Request;
import dev.telltale.proto.remotewrite.v2.TimeSeries;
import dev.telltale.record.EventTime;
import dev.telltale.record.Sample;
import dev.telltale.value.NumberValue;
import dev.telltale.value.ObjectValue;
import dev.telltale.value.TextValue;
import dev.telltale.value.Value;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * The records of a remote-write 2.0 message, in the shape of {@link RemoteWriteRecords}; metadata
 * stands with its series. Symbols that nothing refers to are a record of their own: a string that
 * was sent is scanned, used or not.
 */
final class RemoteWriteV2Records {
  private final RemoteWriteRecords records;
  private final Request request;
  private final BitSet used = new BitSet();

  RemoteWriteV2Records(RemoteWriteRecords records, Request request) {
    this.records = records;
    this.request = request;
  }

  void emit() {
    for (TimeSeries series : request.getTimeseriesList()) {
      List<Sample> samples = new ArrayList<>(series.getSamplesCount());
      series
          .getSamplesList()
          .forEach(
              sample ->
                  samples.add(
                      new Sample(EventTime.ofMillis(sample.getTimestamp()), sample.getValue())));
      records.emit(body(series), samples, lastOf(series, samples));
    }
    List<Value> unused = new ArrayList<>();
    for (int i = used.nextClearBit(0);
        i < request.getSymbolsCount();
        i = used.nextClearBit(i + 1)) {
      if (!request.getSymbols(i).isEmpty()) {
        unused.add(new TextValue(request.getSymbols(i)));
      }
    }
    if (!unused.isEmpty()) {
      ObjectValue.Builder body = ObjectValue.builder();
      RemoteWriteRecords.addIfAny(body, "symbols", unused);
      records.emit(body.build(), List.of(), null);
    }
    records.unknown(UnknownFields.ownText(request));
  }

  private static Instant lastOf(TimeSeries series, List<Sample> samples) {
    int histograms = series.getHistogramsCount();
    if (!samples.isEmpty() || histograms == 0) {
      return samples.isEmpty() ? null : samples.get(samples.size() - 1).time();
    }
    return EventTime.ofMillis(series.getHistograms(histograms - 1).getTimestamp());
  }

  private ObjectValue body(TimeSeries series) {
    ObjectValue.Builder body = ObjectValue.builder();
    body.add("labels", labels(series.getLabelsRefsList()));
    List<Value> exemplars = new ArrayList<>();
    for (Exemplar exemplar : series.getExemplarsList()) {
      exemplars.add(
          RemoteWriteRecords.exemplar(labels(exemplar.getLabelsRefsList()), exemplar.getValue()));
    }
    List<Value> histograms = new ArrayList<>();
    for (Histogram histogram : series.getHistogramsList()) {
      Value count =
          histogram.hasCountFloat()
              ? RemoteWriteRecords.number(histogram.getCountFloat())
              : new NumberValue(Long.toUnsignedString(histogram.getCountInt()));
      histograms.add(
          RemoteWriteRecords.histogram(count, histogram.getSum(), histogram.getTimestamp()));
    }
    RemoteWriteRecords.addIfAny(body, "exemplars", exemplars);
    RemoteWriteRecords.addIfAny(body, "histograms", histograms);
    body.add("metadata", series.hasMetadata() ? metadata(series.getMetadata()) : null);
    return body.add("unknown", UnknownFields.text(series)).build();
  }

  private ObjectValue metadata(Metadata metadata) {
    return ObjectValue.builder()
        .add("type", metadata.getType())
        .add("help", symbol(metadata.getHelpRef()))
        .add("unit", symbol(metadata.getUnitRef()))
        .build();
  }

  private ObjectValue labels(List<Integer> refs) {
    ObjectValue.Builder labels = ObjectValue.builder();
    for (int i = 0; i + 1 < refs.size(); i += 2) {
      labels.add(symbol(refs.get(i)), symbol(refs.get(i + 1)));
    }
    return labels.build();
  }

  /** References of labels were checked; others may point nowhere, which reads as empty. */
  private String symbol(int ref) {
    if (ref < 0 || ref >= request.getSymbolsCount()) {
      return "";
    }
    used.set(ref);
    return request.getSymbols(ref);
  }
}
