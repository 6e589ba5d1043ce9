package dev.telltale.decoding.message;

import dev.telltale.decoding.message.schema.MessageType;
import dev.telltale.decoding.message.schema.RemoteWriteSchema;
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
 * The records of a remote-write 1.0 message: one per time series, one per metadata entry, and one
 * for what else the request holds. The body of a series is {@code {"labels": {...}}} with exemplars
 * and histograms, labels keeping order and duplicates. Samples are numbers and are kept beside the
 * body; of a native histogram these are its sum and its count.
 */
record RemoteWriteFormat(String id) implements MessageFormat {
  private static final String SERIES = "timeseries";
  private static final String METADATA = "metadata";
  private static final String SAMPLES = "samples";

  @Override
  public MessageType type() {
    return RemoteWriteSchema.WRITE_REQUEST;
  }

  @Override
  public void emit(ObjectValue request, Emission emission) {
    List<Member> beside = new ArrayList<>();
    for (Member member : request.members()) {
      List<Value> strays = new ArrayList<>();
      List<ObjectValue> entries = new ArrayList<>();
      for (Value item : items(member)) {
        if (item instanceof ObjectValue entry) {
          entries.add(entry);
        } else {
          strays.add(item);
        }
      }
      boolean series = member.name().equals(SERIES);
      emission.each(entries.size(), i -> emission.record(entry(series, entries.get(i))));
      if (!isList(member)) {
        beside.add(member);
      } else if (!strays.isEmpty()) {
        beside.add(member.with(new ArrayValue(strays)));
      }
    }
    beside(id, beside, emission);
  }

  private DecodedRecord entry(boolean series, ObjectValue entry) {
    return series ? series(id, entry, Labels.within(entry)) : metadata(entry);
  }

  private static List<Value> items(Member member) {
    return isList(member) ? ((ArrayValue) member.value()).items() : List.of();
  }

  private static boolean isList(Member member) {
    return member.value() instanceof ArrayValue
        && (member.name().equals(SERIES) || member.name().equals(METADATA));
  }

  /** What a request holds beside its lists, as one record. */
  static void beside(String id, List<Member> members, Emission emission) {
    if (!members.isEmpty()) {
      emission.record(
          DecodedRecord.of(id, new ObjectValue(members), new SeriesDescriber(null))
              .of(TelemetryType.METRICS));
    }
  }

  /**
   * The record of one series of either version.
   *
   * @param body the series with its labels as an object, and its samples
   */
  static DecodedRecord series(String id, ObjectValue series, ObjectValue body) {
    SeriesSamples samples = new SeriesSamples();
    samples.plain(series.items(SAMPLES));
    samples.histograms(series.items("histograms"));
    List<Member> members = new ArrayList<>(body.members().size());
    for (Member member : body.members()) {
      if (!member.name().equals(SAMPLES)) {
        members.add(member);
        continue;
      }
      List<Value> rest = SeriesSamples.residue(body.items(SAMPLES));
      if (!rest.isEmpty()) {
        members.add(member.with(new ArrayValue(rest)));
      }
    }
    ObjectValue placed = new ObjectValue(members, series.span().offset(), series.span().length());
    return new DecodedRecord(id, placed, new SeriesDescriber(samples.last()), samples.samples())
        .of(TelemetryType.METRICS);
  }

  private DecodedRecord metadata(ObjectValue entry) {
    ObjectValue body = ObjectValue.builder().add(METADATA, entry).at(entry.span()).build();
    return DecodedRecord.of(id, body, new SeriesDescriber(null)).of(TelemetryType.METRICS);
  }
}
