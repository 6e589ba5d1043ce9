package dev.telltale.decoding.otlp;

import dev.telltale.record.DecodedRecord;
import dev.telltale.record.Emission;
import dev.telltale.record.Sample;
import dev.telltale.value.ArrayValue;
import dev.telltale.value.Member;
import dev.telltale.value.ObjectValue;
import dev.telltale.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Emits the records of one resource of an OTLP request: everything below it. */
final class OtlpResource {
  private static final Set<String> SCOPE =
      Set.of("scope", "instrumentationLibrary", "instrumentation_library");
  private static final Set<String> RESOURCE = Set.of("resource");
  private static final Set<String> METRIC_DATA =
      Set.of(
          "gauge",
          "sum",
          "histogram",
          "exponentialHistogram",
          "exponential_histogram",
          "summary",
          "intGauge",
          "intSum",
          "intHistogram",
          "doubleGauge",
          "doubleSum",
          "doubleHistogram",
          "doubleSummary");
  private static final Set<String> POINTS = Set.of("dataPoints", "data_points");

  private final String format;
  private final OtlpSignal signal;
  private final ObjectValue message;
  private final Emission emission;

  OtlpResource(String format, OtlpSignal signal, ObjectValue message, Emission emission) {
    this.format = format;
    this.signal = signal;
    this.message = message;
    this.emission = emission;
  }

  void emit() {
    OtlpLevel level = OtlpLevel.of(message, signal::listsScopes);
    ObjectValue resource = resource(level.rest());
    if (level.children().isEmpty()) {
      emit(body(resource, null), List.of());
    }
    List<ObjectValue> scopes = level.children();
    emission.each(scopes.size(), i -> emitScope(resource, scopes.get(i)));
  }

  private void emitScope(ObjectValue resource, ObjectValue scopeMessage) {
    OtlpLevel level = OtlpLevel.of(scopeMessage, signal::listsEntries);
    ObjectValue scope = scope(level.rest());
    if (level.children().isEmpty()) {
      emit(body(resource, scope), List.of());
    }
    List<ObjectValue> entries = level.children();
    emission.each(entries.size(), i -> emitEntry(resource, scope, entries.get(i)));
  }

  private void emitEntry(ObjectValue resource, ObjectValue scope, ObjectValue entry) {
    if (signal == OtlpSignal.METRICS) {
      emitMetric(resource, scope, entry);
    } else {
      emit(body(resource, scope).addAll(OtlpValues.reshaped(entry.members())), List.of());
    }
  }

  private void emitMetric(ObjectValue resource, ObjectValue scope, ObjectValue metric) {
    List<ObjectValue> points = new ArrayList<>();
    List<Member> rest = new ArrayList<>();
    for (Member member : metric.members()) {
      if (METRIC_DATA.contains(member.name()) && member.value() instanceof ObjectValue data) {
        OtlpLevel level = OtlpLevel.of(data, POINTS::contains);
        points.addAll(level.children());
        rest.add(member.with(new ObjectValue(level.rest())));
      } else {
        rest.add(member);
      }
    }
    ObjectValue shared = ObjectValue.shared(OtlpValues.reshaped(rest));
    if (points.isEmpty()) {
      emit(body(resource, scope).add("metric", shared), List.of());
    }
    emission.each(
        points.size(),
        i -> {
          List<Member> members = OtlpValues.reshaped(points.get(i).members());
          ObjectValue.Builder body = body(resource, scope).add("metric", shared).addAll(members);
          emit(body, OtlpSamples.of(points.get(i)));
        });
  }

  private static ObjectValue.Builder body(ObjectValue resource, ObjectValue scope) {
    return ObjectValue.builder().add("resource", resource).add("scope", scope);
  }

  private void emit(ObjectValue.Builder body, List<Sample> samples) {
    emission.record(
        new DecodedRecord(format, body.build(), new OtlpDescriber(), samples)
            .of(signal.telemetryType()));
  }

  /** The attributes as members, then whatever else is said of the resource. */
  private static ObjectValue resource(List<Member> members) {
    ObjectValue.Builder resource = ObjectValue.builder();
    for (Member member : members) {
      if (RESOURCE.contains(member.name()) && member.value() instanceof ObjectValue described) {
        addResource(resource, described);
      } else {
        resource.addAll(OtlpValues.reshaped(List.of(member)));
      }
    }
    return resource.buildShared();
  }

  private static void addResource(ObjectValue.Builder resource, ObjectValue described) {
    for (Member member : described.members()) {
      Value value = member.value();
      if (member.name().equals("attributes") && OtlpValues.isKeyValues(value)) {
        resource.addAll(OtlpValues.attributes(((ArrayValue) value).items()));
      } else {
        resource.addAll(OtlpValues.reshaped(List.of(member)));
      }
    }
  }

  /** The members of the scope, then whatever is beside it. */
  private static ObjectValue scope(List<Member> members) {
    ObjectValue.Builder scope = ObjectValue.builder();
    for (Member member : members) {
      boolean named = SCOPE.contains(member.name());
      if (named && member.value() instanceof ObjectValue described) {
        scope.addAll(OtlpValues.reshaped(described.members()));
      } else {
        scope.addAll(OtlpValues.reshaped(List.of(member)));
      }
    }
    return scope.buildShared();
  }
}
