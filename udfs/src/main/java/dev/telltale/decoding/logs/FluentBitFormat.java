package dev.telltale.decoding.logs;

import dev.telltale.decoding.json.JsonFormat;
import dev.telltale.listing.TelemetryType;
import dev.telltale.record.DecodedRecord;
import dev.telltale.record.Describer;
import dev.telltale.record.Emission;
import dev.telltale.record.EventTime;
import dev.telltale.value.ArrayValue;
import dev.telltale.value.NumberValue;
import dev.telltale.value.ObjectValue;
import dev.telltale.value.Value;
import java.util.List;

/**
 * A container's log line as Fluent Bit and Fluentd write it: {@code log} with {@code stream} or
 * {@code kubernetes}, or {@code @timestamp} with {@code message} and {@code kubernetes}; and any
 * record inside Fluent Bit's own pairs {@code [time, record]} and {@code [[time, metadata],
 * record]}, such as a Kubernetes event. See "Kubernetes filter" and "Key concepts" in the Fluent
 * Bit manual.
 */
public final class FluentBitFormat implements JsonFormat {
  private static final Describer DESCRIBER = new FluentBitDescriber();

  @Override
  public String id() {
    return "fluent-bit";
  }

  @Override
  public boolean claims(Value value) {
    return record(value) != null || (value instanceof ObjectValue event && isLogLine(event));
  }

  private static boolean isLogLine(ObjectValue event) {
    boolean kubernetes = event.object("kubernetes") != null;
    if (event.text("log") != null) {
      return kubernetes || event.text("stream") != null;
    }
    return kubernetes && event.has("@timestamp") && event.text("message") != null;
  }

  /** The record of a pair, or null. */
  static ObjectValue record(Value value) {
    boolean pair =
        value instanceof ArrayValue array && array.items().size() == 2 && time(value) != null;
    return pair && ((ArrayValue) value).items().get(1) instanceof ObjectValue record
        ? record
        : null;
  }

  /** What stands for the time in a pair, if it can be one; otherwise null. */
  static Value time(Value pair) {
    List<Value> items = pair instanceof ArrayValue array ? array.items() : List.of();
    Value head = items.isEmpty() ? null : items.get(0);
    if (head instanceof ArrayValue nested
        && nested.items().size() == 2
        && nested.items().get(1) instanceof ObjectValue) {
      head = nested.items().get(0);
    }
    return head instanceof NumberValue && EventTime.of(head) != null ? head : null;
  }

  @Override
  public void decode(Value value, Emission emission) {
    emission.record(DecodedRecord.of(id(), value, DESCRIBER).of(TelemetryType.LOGS));
  }
}
