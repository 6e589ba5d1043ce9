package dev.telltale.jobs.leaks;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import dev.telltale.demo.telemetry.MetricsExport;
import dev.telltale.demo.telemetry.Packing;
import dev.telltale.demo.telemetry.Vocabulary;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/** Ways to write named texts as telemetry. */
final class CanaryFormats {
  private static final long TIME = 1_772_000_000L;

  /** A text and what the telemetry calls it. */
  record Named(String name, String text) {}

  /** Writes an object. */
  @FunctionalInterface
  interface Format {
    byte[] write(List<Named> texts);
  }

  private CanaryFormats() {}

  /** Every format by its name; those of lines cannot hold a text of several lines. */
  static Map<String, Format> all() {
    Map<String, Format> formats = new LinkedHashMap<>();
    formats.put("json-lines", each("", (n, t) -> "{\"%s\":\"%s\"}%n".formatted(n, json(t)), ""));
    formats.put(
        "json-array", each("[", (n, t) -> "{\"n\":{\"%s\":\"%s\"}},".formatted(n, json(t)), "{}]"));
    formats.put(
        "json-map", each("{", (n, t) -> "\"%s\":\"%s\",".formatted(n, json(t)), "\"x\":1}"));
    formats.put(
        "json-in-json",
        each(
            "",
            (n, t) ->
                "{\"payload\":\"%s\"}%n".formatted(json("{\"" + n + "\":\"" + json(t) + "\"}")),
            ""));
    formats.put(
        "base64-in-json",
        each(
            "",
            (n, t) ->
                "{\"data\":\"%s\"}%n"
                    .formatted(
                        Packing.base64(("{\"" + n + "\":\"" + json(t) + "\"}").getBytes(UTF_8))),
            ""));
    formats.put(
        "docker",
        each(
            "",
            (n, t) ->
                "{\"log\":\"%s=%s\\n\",\"stream\":\"stdout\",\"time\":\"2026-03-01T10:00:00.000000000Z\"}%n"
                    .formatted(n, json(t)),
            ""));
    formats.put(
        "fluent-bit",
        each(
            "",
            (n, t) ->
                "{\"date\":%d.5,\"log\":\"%s=%s\",\"kubernetes\":{\"pod_name\":\"api-1\",\"container_name\":\"api\"}}%n"
                    .formatted(TIME, n, json(t)),
            ""));
    formats.put(
        "cloudwatch",
        each(
            "{\"messageType\":\"DATA_MESSAGE\",\"owner\":\"100200300400\",\"logGroup\":\"g\",\"logStream\":\"s\",\"subscriptionFilters\":[\"f\"],\"logEvents\":[",
            (n, t) ->
                "{\"id\":\"1\",\"timestamp\":%d000,\"message\":\"%s=%s\"},"
                    .formatted(TIME, n, json(t)),
            "{\"id\":\"2\",\"timestamp\":1772000000000,\"message\":\"end\"}]}"));
    formats.put(
        "otlp-logs",
        each(
            "{\"resourceLogs\":[{\"resource\":{\"attributes\":[]},\"scopeLogs\":[{\"logRecords\":[",
            (n, t) ->
                "{\"timeUnixNano\":\"%d000000000\",\"body\":{\"stringValue\":\"seen\"},\"attributes\":[{\"key\":\"%s\",\"value\":{\"stringValue\":\"%s\"}}]},"
                    .formatted(TIME, n, json(t)),
            "{\"body\":{\"stringValue\":\"end\"}}]}]}]}"));
    formats.put(
        "pod-env",
        each(
            "{\"kind\":\"Pod\",\"apiVersion\":\"v1\",\"metadata\":{\"name\":\"a\",\"namespace\":\"b\"},\"spec\":{\"containers\":[{\"name\":\"c\",\"env\":[",
            (n, t) -> "{\"name\":\"%s\",\"value\":\"%s\"},".formatted(n, json(t)),
            "{\"name\":\"MODE\",\"value\":\"run\"}]}]}}"));
    formats.put(
        "config-map",
        each(
            "{\"kind\":\"ConfigMap\",\"apiVersion\":\"v1\",\"metadata\":{\"name\":\"a\",\"namespace\":\"b\"},\"data\":{",
            (n, t) -> "\"%s\":\"%s\",".formatted(n, json(t)),
            "\"mode\":\"run\"}}"));
    formats.put(
        "segment",
        each(
            "",
            (n, t) ->
                "{\"type\":\"track\",\"event\":\"opened\",\"messageId\":\"m-1\",\"timestamp\":\"2026-03-01T10:00:00Z\",\"anonymousId\":\"a\",\"properties\":{\"%s\":\"%s\"}}%n"
                    .formatted(n, json(t)),
            ""));
    formats.put(
        "event-bridge",
        each(
            "",
            (n, t) ->
                "{\"version\":\"0\",\"id\":\"1\",\"detail-type\":\"d\",\"source\":\"app\",\"account\":\"100200300400\",\"time\":\"2026-03-01T10:00:00Z\",\"region\":\"eu-west-1\",\"resources\":[],\"detail\":{\"%s\":\"%s\"}}%n"
                    .formatted(n, json(t)),
            ""));
    formats.put(
        "logfmt",
        each(
            "",
            (n, t) -> "time=2026-03-01T10:00:00Z level=info msg=seen %s=\"%s\"%n".formatted(n, t),
            ""));
    formats.put(
        "syslog",
        each(
            "",
            (n, t) -> "<14>1 2026-03-01T10:00:00Z host app 12 - - %s=%s%n".formatted(n, t),
            ""));
    formats.put(
        "cri",
        each("", (n, t) -> "2026-03-01T10:00:00.000000000Z stdout F %s=%s%n".formatted(n, t), ""));
    formats.put(
        "klog",
        each(
            "",
            (n, t) ->
                "I0301 10:00:00.000000       1 main.go:10] \"seen\" %s=\"%s\"%n".formatted(n, t),
            ""));
    formats.put("env-file", each("", (n, t) -> "%s=%s%n".formatted(n, t), ""));
    formats.put(
        "exposition",
        each(
            "# TYPE app_seen_total counter\n",
            (n, t) -> "app_seen_total{%s=\"%s\"} 1%n".formatted(n, t),
            ""));
    formats.put("csv", CanaryFormats::csv);
    formats.put(
        "url",
        each(
            "",
            (n, t) ->
                "GET /open?%s=%s HTTP/1.1%n"
                    .formatted(n, URLEncoder.encode(t, UTF_8).replace("+", "%20")),
            ""));
    formats.put("remote-write", CanaryFormats::metrics);
    formats.put(
        "utf-16",
        texts ->
            String.join("", texts.stream().map(t -> t.name() + "=" + t.text() + "\n").toList())
                .getBytes(StandardCharsets.UTF_16));
    return formats;
  }

  /** Whether a text of several lines can stand in it. */
  static boolean holdsLines(String format) {
    return List.of(
            "json-lines",
            "json-array",
            "json-map",
            "json-in-json",
            "base64-in-json",
            "pod-env",
            "config-map",
            "segment",
            "event-bridge",
            "otlp-logs",
            "docker")
        .contains(format);
  }

  private static Format each(String before, BiFunction<String, String, String> line, String after) {
    return texts ->
        (before
                + texts.stream()
                    .map(text -> line.apply(text.name(), text.text()))
                    .collect(Collectors.joining())
                + after)
            .getBytes(UTF_8);
  }

  private static byte[] csv(List<Named> texts) {
    List<String> lines = new ArrayList<>();
    lines.add("id,stage," + texts.stream().map(Named::name).collect(Collectors.joining(",")));
    for (int row = 0; row < 3; row++) {
      String cells = texts.stream().map(Named::text).collect(Collectors.joining(","));
      lines.add(row + ",live," + cells);
    }
    return String.join("\n", lines).getBytes(UTF_8);
  }

  private static byte[] metrics(List<Named> texts) {
    List<Map<String, String>> series = new ArrayList<>();
    for (Named text : texts) {
      Map<String, String> labels = new TreeMap<>();
      labels.put("__name__", "app_seen_total");
      labels.put(text.name(), text.text());
      series.add(labels);
    }
    return MetricsExport.envelopeV1(
        series, new Vocabulary(new Random(3)), Instant.ofEpochSecond(TIME));
  }

  private static String json(String text) {
    return new String(JsonStringEncoder.getInstance().quoteAsString(text));
  }
}
