package dev.telltale.decoding.otlp;

import dev.telltale.decoding.json.JsonFormat;
import dev.telltale.listing.TelemetryType;
import dev.telltale.record.DecodedRecord;
import dev.telltale.record.Emission;
import dev.telltale.value.ArrayValue;
import dev.telltale.value.Member;
import dev.telltale.value.ObjectValue;
import dev.telltale.value.Value;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * OTLP in its JSON encoding: export requests and the {@code MetricsData}, {@code LogsData}, {@code
 * TracesData} and {@code ProfilesData} of the file exporter; see "JSON Protobuf Encoding" in the
 * OTLP specification 1.x.
 *
 * <p>One record per metric data point, log record, span or profile. Its body holds {@code resource}
 * (the attributes as an object, and what else is said of the resource), {@code scope}, for points
 * {@code metric}, all three shared by the records of their level; then the entry's own members,
 * with attributes as an object. A level without entries is one record, and so is what a request
 * holds beside its resources, such as the dictionary of profiles: nothing of the source is left
 * out.
 */
public final class OtlpJsonFormat implements JsonFormat {
  static final String ID = "otlp-json";

  @Override
  public String id() {
    return ID;
  }

  @Override
  public boolean claims(Value value) {
    return value instanceof ObjectValue request
        && request.members().stream().anyMatch(OtlpJsonFormat::isResourceList);
  }

  private static boolean isResourceList(Member member) {
    return signalOf(member.name()) != null
        && member.value() instanceof ArrayValue list
        && list.items().stream().allMatch(ObjectValue.class::isInstance);
  }

  @Override
  public void decode(Value value, Emission emission) {
    emit(ID, (ObjectValue) value, emission);
  }

  /** The records of a request that was read from any encoding. */
  public static void emit(String format, ObjectValue request, Emission emission) {
    List<Member> beside = new ArrayList<>();
    Set<OtlpSignal> signals = EnumSet.noneOf(OtlpSignal.class);
    boolean empty = true;
    for (Member member : request.members()) {
      if (isResourceList(member)) {
        OtlpSignal signal = signalOf(member.name());
        signals.add(signal);
        List<Value> resources = ((ArrayValue) member.value()).items();
        empty &= resources.isEmpty();
        emission.each(
            resources.size(),
            i -> new OtlpResource(format, signal, (ObjectValue) resources.get(i), emission).emit());
      } else {
        beside.add(member);
      }
    }
    if (empty || !beside.isEmpty()) {
      Value rest = empty ? request : new ObjectValue(beside);
      TelemetryType type = signals.size() == 1 ? signals.iterator().next().telemetryType() : null;
      emission.record(DecodedRecord.of(format, rest, new OtlpDescriber()).of(type));
    }
  }

  private static OtlpSignal signalOf(String list) {
    for (OtlpSignal signal : OtlpSignal.values()) {
      if (signal.listsResources(list)) {
        return signal;
      }
    }
    return null;
  }
}
