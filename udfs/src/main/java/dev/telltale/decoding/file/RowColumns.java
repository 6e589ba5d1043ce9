package dev.telltale.decoding.file;

import dev.telltale.record.Describer;
import dev.telltale.record.RecordColumns;
import dev.telltale.record.RedactedBody;
import dev.telltale.value.Value;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Columns of a row: those of the OpenTelemetry tables for ClickHouse and Parquet
 * (https://github.com/open-telemetry/opentelemetry-collector-contrib, {@code clickhouseexporter}),
 * and where a table has none of them, the names that are usual in events.
 */
public final class RowColumns implements Describer {
  private static final String[] ATTRIBUTES = {
    "Attributes", "LogAttributes", "SpanAttributes", "ResourceAttributes", "ScopeAttributes"
  };

  private final Describer usual;

  public RowColumns(Describer usual) {
    this.usual = usual;
  }

  @Override
  public RecordColumns describe(Value redactedBody) {
    RedactedBody body = RedactedBody.of(redactedBody);
    RecordColumns columns = usual.describe(redactedBody);
    Instant time = body.time("Timestamp", "TimeUnix", "TimestampTime", "ObservedTimestamp");
    String emitter =
        RedactedBody.joined(
            body.text("ServiceNamespace"),
            body.text("ServiceName"),
            body.text("ServiceInstanceId"));
    String name = body.text("MetricName", "SpanName", "EventName");
    String severity = body.text("SeverityText");
    return new RecordColumns(
        time == null ? columns.eventTime() : time,
        emitter == null ? columns.emitter() : emitter,
        name == null ? columns.name() : name,
        severity == null ? columns.severity() : severity,
        attributes(body, columns.attributes()));
  }

  private static Map<String, String> attributes(RedactedBody body, Map<String, String> usual) {
    Map<String, String> attributes = new LinkedHashMap<>(usual);
    for (String name : ATTRIBUTES) {
      body.at(name).attributes().forEach(attributes::putIfAbsent);
      String text = body.text(name);
      if (text != null) {
        attributes.putIfAbsent(name, text);
      }
    }
    return attributes;
  }
}
