package dev.telltale.decoding;

import dev.telltale.listing.TelemetryType;
import dev.telltale.record.DecodedRecord;
import dev.telltale.record.Emission;
import dev.telltale.record.EventTime;
import dev.telltale.record.RecordColumns;
import dev.telltale.record.RedactedBody;
import dev.telltale.value.ArrayValue;
import dev.telltale.value.NumberValue;
import dev.telltale.value.ObjectValue;
import dev.telltale.value.Value;
import java.time.Instant;

/**
 * A container's log line as Fluent Bit and Fluentd write it: {@code log} with {@code stream} or
 * {@code kubernetes}, or {@code @timestamp} with {@code log} or {@code message} and {@code
 * kubernetes}; also inside Fluent Bit's own pair {@code [time, record]}.
 */
final class FluentBitFormat implements JsonFormat {
  @Override
  public String id() {
    return "fluent-bit";
  }

  @Override
  public boolean claims(Value value) {
    return event(value) instanceof ObjectValue event && isLogLine(event);
  }

  private static boolean isLogLine(ObjectValue event) {
    boolean kubernetes = event.object("kubernetes") != null;
    if (event.text("log") != null) {
      return kubernetes || event.text("stream") != null;
    }
    return kubernetes && event.has("@timestamp") && event.text("message") != null;
  }

  private static Value event(Value value) {
    boolean pair =
        value instanceof ArrayValue array
            && array.items().size() == 2
            && array.items().get(0) instanceof NumberValue;
    return pair ? ((ArrayValue) value).items().get(1) : value;
  }

  @Override
  public void decode(Value value, Emission emission) {
    emission.record(
        DecodedRecord.of(id(), value, FluentBitFormat::describe).of(TelemetryType.LOGS));
  }

  private static RecordColumns describe(Value redactedBody) {
    RedactedBody body = RedactedBody.of(event(redactedBody));
    Instant time = body.time("time", "@timestamp", "timestamp");
    if (time == null && redactedBody instanceof ArrayValue pair && !pair.items().isEmpty()) {
      time = EventTime.of(pair.items().get(0));
    }
    RedactedBody pod = body.at("kubernetes");
    String emitter =
        RedactedBody.joined(
            pod.text("namespace_name"), pod.text("pod_name"), pod.text("container_name"));
    return new RecordColumns(
        time,
        emitter,
        body.text("stream"),
        body.text("severity", "level"),
        pod.at("labels").attributes());
  }
}
