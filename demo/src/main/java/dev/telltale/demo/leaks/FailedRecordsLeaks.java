package dev.telltale.demo.leaks;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.telltale.demo.telemetry.FailedRecordsExport;
import dev.telltale.demo.telemetry.JsonTree;
import dev.telltale.demo.telemetry.KubernetesObjects;
import dev.telltale.demo.telemetry.LogRecords;
import dev.telltale.demo.telemetry.MetricSeries;
import dev.telltale.demo.telemetry.MetricsExport;
import dev.telltale.demo.telemetry.Packing;
import dev.telltale.demo.telemetry.Vocabulary;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Leaks in what Firehose could not process: nothing of it was sanitised. */
final class FailedRecordsLeaks {
  private FailedRecordsLeaks() {}

  static void plant(PlantedObjects objects) {
    logs(objects.firehose("logs/processing-failed", "logs"));
    metrics(objects.firehose("metrics/meta/processing-failed", "metrics-meta"));
  }

  private static void logs(Planting object) {
    Vocabulary words = object.words();
    Instant time = object.time();
    line(
        object,
        JsonTree.bytes(
            LogRecords.component(
                words, time, "mail to " + object.leak("pii.email", "f: JSON in rawData"))));
    line(
        object,
        JsonTree.bytes(
            KubernetesObjects.env(
                "WEBHOOK_SECRET", object.leak("generic.secret", "a: JSON in rawData"))));
    line(
        object,
        ("plain original line, Authorization: Bearer "
                + object.leak("http.bearer-token", "e: text in rawData")
                + "\n")
            .getBytes(UTF_8));
    line(
        object,
        Packing.gzip(
            JsonTree.bytes(
                LogRecords.component(
                    words,
                    time,
                    "key " + object.leak("aws.access-key-id", "e: gzip in rawData") + " used"))));
    object.store();
  }

  private static void metrics(Planting object) {
    List<Map<String, String>> series = MetricsExport.clean(object.words(), 10);
    series.add(
        MetricSeries.labels(
            "gitpod_server_logins_total",
            "actor",
            object.leak("pii.email", "e: label of a metric in rawData")));
    series.add(
        MetricSeries.labels(
            "gitpod_content_clone_seconds_sum",
            "remote",
            "https://x:"
                + object.leak("uri.password", "e: label of a metric in rawData")
                + "@git.norvikfreight.com/a/b"));
    line(object, MetricsExport.envelopeV1(series, object.words(), object.time()));
    object.store();
  }

  private static void line(Planting object, byte[] original) {
    object
        .add(JsonTree.bytes(FailedRecordsExport.failed(object.words(), object.time(), original)))
        .add("\n");
    byte[] clean = JsonTree.bytes(LogRecords.any(object.words(), object.time()));
    object
        .add(JsonTree.bytes(FailedRecordsExport.failed(object.words(), object.time(), clean)))
        .add("\n");
  }
}
