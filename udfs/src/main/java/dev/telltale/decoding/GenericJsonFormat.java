package dev.telltale.decoding;

import dev.telltale.record.DecodedRecord;
import dev.telltale.record.Emission;
import dev.telltale.record.RecordColumns;
import dev.telltale.record.RedactedBody;
import dev.telltale.value.ArrayValue;
import dev.telltale.value.ObjectValue;
import dev.telltale.value.Value;
import java.util.List;
import java.util.Map;

/**
 * JSON (RFC 8259) of no known format: one record per value, and one per item of an array that holds
 * objects only. Columns are read from the names that are usual in logs and events.
 */
final class GenericJsonFormat implements JsonFormat {
  @Override
  public String id() {
    return "json";
  }

  @Override
  public boolean claims(Value value) {
    return true;
  }

  @Override
  public void decode(Value value, Emission emission) {
    if (value instanceof ArrayValue array && holdsObjects(array.items())) {
      for (int i = 0; i < array.items().size(); i++) {
        emission.record(record(array.items().get(i)).at("$[" + i + "]"));
      }
    } else {
      emission.record(record(value));
    }
  }

  private static boolean holdsObjects(List<Value> items) {
    return !items.isEmpty() && items.stream().allMatch(ObjectValue.class::isInstance);
  }

  private DecodedRecord record(Value body) {
    return DecodedRecord.of(id(), body, GenericJsonFormat::describe);
  }

  /** The columns by the names that are usual in logs and events. */
  static RecordColumns describe(Value redactedBody) {
    RedactedBody body = RedactedBody.of(redactedBody);
    return new RecordColumns(
        body.time(
            "timestamp",
            "@timestamp",
            "time",
            "ts",
            "eventTime",
            "event_time",
            "createdAt",
            "created_at",
            "datetime",
            "date"),
        body.text("service", "component", "serviceName", "service_name", "source", "logger", "app"),
        body.text("name", "event", "eventName", "event_name", "metric_name", "type", "kind"),
        body.text("severity", "level", "loglevel", "log_level"),
        Map.of());
  }
}
