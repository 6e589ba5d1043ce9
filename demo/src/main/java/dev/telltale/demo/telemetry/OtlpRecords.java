package dev.telltale.demo.telemetry;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Locale;

/** OTLP/JSON messages in camel case: metrics, logs and traces. */
public final class OtlpRecords {
  private OtlpRecords() {}

  public static ObjectNode attribute(String key, String value) {
    return JsonTree.object("key", key, "value", JsonTree.object("stringValue", value));
  }

  public static ArrayNode resource(Vocabulary words) {
    return JsonTree.array(
        attribute("service.name", words.component()),
        attribute("service.version", "2026.10." + words.between(0, 30)),
        attribute("k8s.pod.uid", words.uuid()),
        attribute("host.ip", words.address()));
  }

  public static ObjectNode metrics(Vocabulary words, Instant time) {
    return metrics(words, time, resource(words), JsonTree.array(attribute("mode", words.mode())));
  }

  public static ObjectNode metrics(
      Vocabulary words, Instant time, ArrayNode resource, ArrayNode attributes) {
    ObjectNode gauge =
        JsonTree.object(
            "name", words.pick("runner.environments.running", "runner.cpu.usage"),
            "unit", "1",
            "gauge",
                JsonTree.object(
                    "dataPoints",
                    JsonTree.array(
                        JsonTree.object(
                            "attributes",
                            attributes,
                            "timeUnixNano",
                            nanos(words, time),
                            "asDouble",
                            words.between(0, 900) / 8.0))));
    ObjectNode sum =
        JsonTree.object(
            "name",
            "runner.requests",
            "sum",
            JsonTree.object(
                "aggregationTemporality",
                2,
                "isMonotonic",
                true,
                "dataPoints",
                JsonTree.array(
                    JsonTree.object(
                        "attributes", JsonTree.array(attribute("method", words.method())),
                        "timeUnixNano", nanos(words, time),
                        "asInt", Integer.toString(words.between(0, 90_000))))));
    return request("Metrics", resource, "runner", "metrics", JsonTree.array(gauge, sum));
  }

  public static ObjectNode logs(Vocabulary words, Instant time) {
    return logs(
        words,
        time,
        resource(words),
        LogRecords.message(words),
        JsonTree.array(attribute("thread.name", "worker-" + words.between(1, 16))));
  }

  public static ObjectNode logs(
      Vocabulary words, Instant time, ArrayNode resource, String body, ArrayNode attributes) {
    ObjectNode entry =
        JsonTree.object(
            "timeUnixNano", nanos(words, time),
            "severityNumber", 9,
            "severityText", "INFO",
            "body", JsonTree.object("stringValue", body),
            "attributes", attributes,
            "traceId", words.hex(32),
            "spanId", words.hex(16));
    return request("Logs", resource, "app", "logRecords", JsonTree.array(entry));
  }

  public static ObjectNode traces(Vocabulary words, Instant time) {
    return traces(
        words,
        time,
        resource(words),
        JsonTree.array(
            attribute("http.route", "/v1/workspaces"), attribute("rpc.method", words.method())));
  }

  public static ObjectNode traces(
      Vocabulary words, Instant time, ArrayNode resource, ArrayNode attributes) {
    ObjectNode span =
        JsonTree.object(
            "traceId", words.hex(32),
            "spanId", words.hex(16),
            "name", words.method(),
            "kind", 2,
            "startTimeUnixNano", nanos(words, time),
            "endTimeUnixNano", nanos(words, time.plusMillis(words.between(1, 900))),
            "attributes", attributes);
    return request("Spans", resource, "otelgrpc", "spans", JsonTree.array(span));
  }

  private static ObjectNode request(
      String signal, ArrayNode resource, String scope, String list, ArrayNode items) {
    ObjectNode scoped = JsonTree.object("scope", JsonTree.object("name", scope), list, items);
    return JsonTree.object(
        "resource" + signal,
        JsonTree.array(
            JsonTree.object(
                "resource",
                JsonTree.object("attributes", resource),
                "scope" + signal,
                JsonTree.array(scoped))));
  }

  private static String nanos(Vocabulary words, Instant time) {
    return time.getEpochSecond()
        + String.format(Locale.ROOT, "%09d", words.random().nextInt(1_000_000_000));
  }
}
