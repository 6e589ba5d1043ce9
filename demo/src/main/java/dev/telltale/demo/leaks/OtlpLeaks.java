package dev.telltale.demo.leaks;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.telltale.demo.telemetry.JsonTree;
import dev.telltale.demo.telemetry.OtlpExport;
import dev.telltale.demo.telemetry.OtlpRecords;
import dev.telltale.demo.telemetry.Packing;
import dev.telltale.demo.telemetry.Vocabulary;
import java.time.Instant;

/** Leaks in OTLP: resources, data points, spans and log records. */
final class OtlpLeaks {
  private OtlpLeaks() {}

  static void plant(PlantedObjects objects) {
    metrics(objects.runner("metrics"));
    logs(objects.collector("logs", ".json"));
    logsPacked(objects.collector("logs", ".json.zst"));
    traces(objects.collector("traces", ".json"));
  }

  private static void metrics(Planting object) {
    Vocabulary words = object.words();
    Instant time = object.time();
    object.add(OtlpExport.metrics(words, time, 2_000));
    ArrayNode resource = OtlpRecords.resource(words);
    resource.add(
        OtlpRecords.attribute("deployment.owner", object.leak("pii.email", "e: resource")));
    ArrayNode point =
        JsonTree.array(
            OtlpRecords.attribute("peer", object.leak("network.ipv4", "e: data point attribute")),
            OtlpRecords.attribute(
                "repository",
                "https://runner:"
                    + object.leak("uri.password", "e: data point attribute")
                    + "@git.norvikfreight.com/platform/quay-api"));
    object.add(JsonTree.bytes(OtlpRecords.metrics(words, time, resource, point))).add("\n");
    object.add(OtlpExport.metrics(words, time, 2_000)).store();
  }

  private static void logs(Planting object) {
    Vocabulary words = object.words();
    Instant time = object.time();
    object.add(OtlpExport.logs(words, time, 2_000));
    ArrayNode attributes =
        JsonTree.array(
            OtlpRecords.attribute(
                "http.request.header.authorization",
                "Basic " + object.leak("http.basic-credentials", "e: attribute of a log record")),
            OtlpRecords.attribute(
                "db.password", object.leak("generic.password", "a: attribute of a log record")));
    object
        .add(
            JsonTree.bytes(
                OtlpRecords.logs(
                    words,
                    time,
                    OtlpRecords.resource(words),
                    "mail to " + object.leak("pii.email", "e: body of a log record") + " sent",
                    attributes)))
        .add("\n");
    object.add(OtlpExport.logs(words, time, 2_000)).store();
  }

  private static void logsPacked(Planting object) {
    Vocabulary words = object.words();
    Instant time = object.time();
    object.add(OtlpExport.logs(words, time, 2_000));
    object
        .add(
            JsonTree.bytes(
                OtlpRecords.logs(
                    words,
                    time,
                    OtlpRecords.resource(words),
                    JsonTree.text(
                        JsonTree.object(
                            "slack", object.leak("slack.token", "c: JSON in a log body"),
                            "from", object.leak("network.ipv6", "c: JSON in a log body"))),
                    JsonTree.array())))
        .add("\n");
    object.store(Packing.zstd(object.content()));
  }

  private static void traces(Planting object) {
    Vocabulary words = object.words();
    Instant time = object.time();
    object.add(OtlpExport.traces(words, time, 2_000));
    ArrayNode attributes =
        JsonTree.array(
            OtlpRecords.attribute(
                "client.address", object.leak("network.ipv4", "e: span attribute")),
            OtlpRecords.attribute("enduser.id", object.leak("pii.email", "e: span attribute")),
            OtlpRecords.attribute(
                "db.statement",
                "SELECT * FROM card WHERE pan = '"
                    + object.leak("finance.card", "e: span attribute")
                    + "'"),
            OtlpRecords.attribute(
                "url.full",
                "https://api.norvikfreight.com/login?email="
                    + object.leak("pii.email", "e: URL-encoded span attribute").replace("@", "%40")
                    + "&v=2"),
            OtlpRecords.attribute("session", object.leak("jwt.token", "e: span attribute")));
    object
        .add(
            JsonTree.bytes(
                OtlpRecords.traces(words, time, OtlpRecords.resource(words), attributes)))
        .add("\n");
    object.add(OtlpExport.traces(words, time, 2_000)).store();
  }
}
