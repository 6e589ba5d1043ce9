package dev.telltale.hostile;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** Formats in which a few bytes are parts of very many records. */
final class HostileTelemetry {
  private static final String MEGABYTE = "m".repeat(1 << 20);

  private HostileTelemetry() {}

  static List<HostileObject> all() {
    return List.of(
        object(
            "cloudwatch-long-names",
            () ->
                cloudWatch(
                    60_000, i -> "{\"id\":\"" + i + "\",\"timestamp\":1,\"message\":\"m\"}")),
        object("cloudwatch-empty-events", () -> cloudWatch(700_000, i -> "{}")),
        object(
            "cloudwatch-lines",
            () -> cloudWatch(100_000, i -> "{\"message\":\"GET /a b c " + i + "\"}")),
        object("cloudwatch-in-cloudwatch", () -> HostileText.plain().add(nestedCloudWatch(10))),
        object(
            "otlp-attributes-of-records",
            () -> otlp(20_000, 100_000, i -> "{\"body\":{\"stringValue\":\"r\"}}")),
        object(
            "otlp-attributes", () -> otlp(150_000, 1, i -> "{\"body\":{\"stringValue\":\"r\"}}")),
        object("otlp-empty-records", () -> otlp(1, 800_000, i -> "{}")),
        object(
            "otlp-deep-values",
            () ->
                otlp(
                    1,
                    20,
                    i ->
                        "{\"body\":"
                            + "{\"kvlistValue\":{\"values\":[{\"key\":\"k\",\"value\":".repeat(60)
                            + "{\"intValue\":1}"
                            + "}]}}".repeat(60)
                            + "}")),
        object("otlp-points", HostileTelemetry::points),
        object(
            "segment-context",
            () ->
                HostileText.gzip()
                    .add("{\"context\":{\"app\":{\"name\":\"" + MEGABYTE + "\"},\"a\":[")
                    .list(100_000, i -> "\"" + i + "\"")
                    .add("]},\"batch\":[")
                    .list(200_000, i -> "{\"type\":\"track\",\"event\":\"e\"}")
                    .add("]}")),
        object(
            "kubernetes-head",
            () ->
                HostileText.gzip()
                    .add(
                        "{\"apiVersion\":\""
                            + MEGABYTE
                            + "\",\"kind\":\""
                            + MEGABYTE
                            + "List\",\"metadata\":{\"a\":\""
                            + MEGABYTE
                            + "\"},\"items\":[")
                    .list(300_000, i -> "{\"spec\":{}}")
                    .add("]}")),
        object(
            "kubernetes-kind",
            () ->
                HostileText.plain()
                    .add("{\"apiVersion\":\"v1\",\"kind\":\"")
                    .times(1_000_000, "List")
                    .add("\",\"items\":[{},{}]}")),
        object(
            "kubernetes-images",
            () ->
                HostileText.plain()
                    .add("{\"apiVersion\":\"v1\",\"kind\":\"Pod\",\"spec\":{\"containers\":[")
                    .list(300_000, i -> "{\"image\":\"i" + i + "\"}")
                    .add("]}}")),
        object(
            "cloudtrail-beside",
            () ->
                HostileText.gzip()
                    .add("{\"about\":\"" + MEGABYTE + "\",\"Records\":[")
                    .list(
                        80_000,
                        i ->
                            "{\"eventVersion\":\"1\",\"eventTime\":\"2024-01-01T00:00:00Z\",\"eventSource\":\"a\",\"eventName\":\"n\"}")
                    .add("]}")),
        object(
            "aws-records-beside",
            () ->
                HostileText.gzip()
                    .add("{\"about\":\"" + MEGABYTE + "\",\"requestId\":\"r\",\"records\":[")
                    .list(150_000, i -> "{\"recordId\":\"1\",\"data\":\"e30=\"}")
                    .add("]}")),
        object(
            "aws-records-bombs",
            () -> {
              String bomb = base64(HostileText.gzip().times(2_000_000, "a line of text\n").array());
              return HostileText.plain()
                  .add("{\"requestId\":\"r\",\"records\":[")
                  .list(3, i -> "{\"recordId\":\"1\",\"data\":\"" + bomb + "\"}")
                  .add("]}");
            }),
        object(
            "firehose-in-firehose",
            () -> {
              String text = "{\"a\":1}";
              for (int i = 0; i < 12; i++) {
                text =
                    "{\"errorCode\":\"e\",\"rawData\":\""
                        + base64(text.getBytes(StandardCharsets.UTF_8))
                        + "\"}";
              }
              return HostileText.plain().add(text);
            }),
        object(
            "gitpod-not-snappy",
            () -> HostileText.plain().add("{\"b\":\"/////w8" + "A".repeat(1 << 20) + "\"}")),
        object(
            "emf-values",
            () ->
                HostileText.plain()
                    .add(
                        "{\"_aws\":{\"Timestamp\":1,\"CloudWatchMetrics\":[{\"Metrics\":[{\"Name\":\"m\"}]}]},\"m\":[")
                    .list(1_500_000, i -> "1")
                    .add("]}")));
  }

  private interface Made {
    HostileText text();
  }

  private interface Part {
    String of(int index);
  }

  private static HostileObject object(String name, Made made) {
    return new HostileObject("telemetry-" + name, () -> made.text().array());
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  private static HostileText cloudWatch(int events, Part event) {
    String names =
        ",\"owner\":\""
            + MEGABYTE
            + "\",\"logGroup\":\""
            + MEGABYTE
            + "\",\"logStream\":\""
            + MEGABYTE
            + "\"";
    return HostileText.gzip()
        .add("{\"messageType\":\"DATA_MESSAGE\"" + names + ",\"logEvents\":[")
        .list(events, event::of)
        .add("]}");
  }

  private static String nestedCloudWatch(int levels) {
    String json = "{\"a\":1}";
    for (int i = 0; i < levels; i++) {
      json =
          "{\"messageType\":\"DATA_MESSAGE\",\"logGroup\":\"g\",\"logEvents\":[{\"message\":\""
              + json.replace("\\", "\\\\").replace("\"", "\\\"")
              + "\"}]}";
    }
    return json;
  }

  private static HostileText otlp(int attributes, int records, Part record) {
    return HostileText.gzip()
        .add("{\"resourceLogs\":[{\"resource\":{\"attributes\":[")
        .list(
            attributes,
            i -> "{\"key\":\"" + HostileJson.letters(i) + "\",\"value\":{\"stringValue\":\"v\"}}")
        .add("]},\"scopeLogs\":[{\"logRecords\":[")
        .list(records, record::of)
        .add("]}]}]}");
  }

  private static HostileText points() {
    return HostileText.gzip()
        .add(
            "{\"resourceMetrics\":[{\"scopeMetrics\":[{\"metrics\":[{\"name\":\""
                + MEGABYTE
                + "\",\"gauge\":{\"dataPoints\":[")
        .list(250_000, i -> "{\"asDouble\":" + i + "}")
        .add("]}}]}]}]}");
  }
}
