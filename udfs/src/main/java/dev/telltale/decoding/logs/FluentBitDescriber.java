package dev.telltale.decoding.logs;

import dev.telltale.decoding.json.WellKnownNames;
import dev.telltale.decoding.kubernetes.KubernetesEventDescriber;
import dev.telltale.record.Describer;
import dev.telltale.record.EventTime;
import dev.telltale.record.RecordColumns;
import dev.telltale.record.RedactedBody;
import dev.telltale.value.Value;
import java.time.Instant;

/**
 * Columns of a Fluent Bit record: of a container's line its pod, of a Kubernetes event what the
 * event says, of anything else what the well-known names say.
 */
final class FluentBitDescriber implements Describer {
  @Override
  public RecordColumns describe(Value redactedBody) {
    Value record = FluentBitFormat.record(redactedBody);
    RecordColumns columns = columns(record == null ? redactedBody : record);
    Value time = FluentBitFormat.time(redactedBody);
    return columns.eventTime() != null || time == null
        ? columns
        : new RecordColumns(
            EventTime.of(time),
            columns.emitter(),
            columns.name(),
            columns.severity(),
            columns.attributes());
  }

  private static RecordColumns columns(Value record) {
    RedactedBody body = RedactedBody.of(record);
    if (body.has("involvedObject") || body.has("regarding")) {
      return KubernetesEventDescriber.describe(body);
    }
    if (!body.has("kubernetes") && !body.has("stream")) {
      return WellKnownNames.describe(record);
    }
    RedactedBody pod = body.at("kubernetes");
    Instant time = body.time("time", "@timestamp", "timestamp");
    String emitter =
        RedactedBody.joined(
            pod.text("namespace_name"), pod.text("pod_name"), pod.text("container_name"));
    return new RecordColumns(
        time,
        emitter == null ? body.text("container_name", "container_id", "tag") : emitter,
        body.text("stream"),
        body.text("severity", "level"),
        pod.at("labels").attributes());
  }
}
