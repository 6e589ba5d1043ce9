package dev.telltale.jobs.demo;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Locale;

/** OTLP/JSON messages in camel case: metrics, logs and traces. */
final class OtlpRecords {
  private OtlpRecords() {}

  static ObjectNode attribute(String key, String value) {
    return Json.object("key", key, "value", Json.object("stringValue", value));
  }

  static ArrayNode resource(Words words) {
    return Json.array(
        attribute("service.name", words.component()),
        attribute("service.version", "2026.10." + words.between(0, 30)),
        attribute("k8s.pod.uid", words.uuid()),
        attribute("host.ip", words.address()));
  }

  static ObjectNode metrics(Words words, Instant time) {
    return metrics(words, time, resource(words), Json.array(attribute("mode", words.mode())));
  }

  static ObjectNode metrics(Words words, Instant time, ArrayNode resource, ArrayNode attributes) {
    ObjectNode gauge =
        Json.object(
            "name", words.pick("runner.environments.running", "runner.cpu.usage"),
            "unit", "1",
            "gauge",
                Json.object(
                    "dataPoints",
                    Json.array(
                        Json.object(
                            "attributes",
                            attributes,
                            "timeUnixNano",
                            nanos(words, time),
                            "asDouble",
                            words.between(0, 900) / 8.0))));
    ObjectNode sum =
        Json.object(
            "name",
            "runner.requests",
            "sum",
            Json.object(
                "aggregationTemporality",
                2,
                "isMonotonic",
                true,
                "dataPoints",
                Json.array(
                    Json.object(
                        "attributes", Json.array(attribute("method", words.method())),
                        "timeUnixNano", nanos(words, time),
                        "asInt", Integer.toString(words.between(0, 90_000))))));
    return Json.object(
        "resourceMetrics",
        Json.array(
            Json.object(
                "resource", Json.object("attributes", resource),
                "scopeMetrics",
                    Json.array(
                        Json.object(
                            "scope", Json.object("name", "runner"),
                            "metrics", Json.array(gauge, sum))))));
  }

  static ObjectNode logs(Words words, Instant time) {
    return logs(
        words,
        time,
        resource(words),
        LogRecords.message(words),
        Json.array(attribute("thread.name", "worker-" + words.between(1, 16))));
  }

  static ObjectNode logs(
      Words words, Instant time, ArrayNode resource, String body, ArrayNode attributes) {
    ObjectNode entry =
        Json.object(
            "timeUnixNano", nanos(words, time),
            "severityNumber", 9,
            "severityText", "INFO",
            "body", Json.object("stringValue", body),
            "attributes", attributes,
            "traceId", words.hex(32),
            "spanId", words.hex(16));
    return Json.object(
        "resourceLogs",
        Json.array(
            Json.object(
                "resource", Json.object("attributes", resource),
                "scopeLogs",
                    Json.array(
                        Json.object(
                            "scope", Json.object("name", "app"),
                            "logRecords", Json.array(entry))))));
  }

  static ObjectNode traces(Words words, Instant time) {
    return traces(
        words,
        time,
        resource(words),
        Json.array(
            attribute("http.route", "/v1/workspaces"), attribute("rpc.method", words.method())));
  }

  static ObjectNode traces(Words words, Instant time, ArrayNode resource, ArrayNode attributes) {
    ObjectNode span =
        Json.object(
            "traceId", words.hex(32),
            "spanId", words.hex(16),
            "name", words.method(),
            "kind", 2,
            "startTimeUnixNano", nanos(words, time),
            "endTimeUnixNano", nanos(words, time.plusMillis(words.between(1, 900))),
            "attributes", attributes);
    return Json.object(
        "resourceSpans",
        Json.array(
            Json.object(
                "resource", Json.object("attributes", resource),
                "scopeSpans",
                    Json.array(
                        Json.object(
                            "scope", Json.object("name", "otelgrpc"),
                            "spans", Json.array(span))))));
  }

  private static String nanos(Words words, Instant time) {
    return time.getEpochSecond()
        + String.format(Locale.ROOT, "%09d", words.random().nextInt(1_000_000_000));
  }
}
