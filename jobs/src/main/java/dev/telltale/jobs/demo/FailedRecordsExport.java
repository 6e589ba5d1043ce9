package dev.telltale.jobs.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What Firehose could not process: the original records as base64, before any sanitising. */
final class FailedRecordsExport {
  private FailedRecordsExport() {}

  static byte[] object(Words words, Instant time, int bytes) {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    do {
      byte[] original = Json.bytes(LogRecords.any(words, time));
      content.writeBytes(Json.bytes(failed(words, time, original)));
      content.write('\n');
    } while (content.size() < bytes);
    return content.toByteArray();
  }

  private static ObjectNode failed(Words words, Instant time, byte[] original) {
    return Json.object(
        "attemptsMade",
        4,
        "arrivalTimestamp",
        time.toEpochMilli(),
        "errorCode",
        "Lambda.FunctionError",
        "errorMessage",
        "The Lambda function was successfully invoked but it returned an error",
        "attemptEndingTimestamp",
        time.plusSeconds(words.between(5, 90)).toEpochMilli(),
        "rawData",
        Packing.base64(original),
        "lambdaArn",
        "arn:aws:lambda:eu-central-1:123456789012:function:telemetry-transform:$LATEST");
  }

  static void plant(PlantedObjects objects) {
    Planting logs = objects.firehose("logs/processing-failed", "logs");
    Words words = logs.words();
    Instant time = logs.time();
    line(
        logs,
        Json.bytes(
            LogRecords.component(
                words, time, "mail to " + logs.leak("pii.email", "f: JSON in rawData"))));
    line(
        logs,
        Json.bytes(
            KubernetesObjects.env(
                "WEBHOOK_SECRET", logs.leak("generic.secret", "a: JSON in rawData"))));
    line(
        logs,
        ("plain original line, Authorization: Bearer "
                + logs.leak("http.bearer-token", "e: text in rawData")
                + "\n")
            .getBytes(UTF_8));
    line(
        logs,
        Packing.gzip(
            Json.bytes(
                LogRecords.component(
                    words,
                    time,
                    "key " + logs.leak("aws.access-key-id", "e: gzip in rawData") + " used"))));
    logs.store();

    Planting metrics = objects.firehose("metrics/meta/processing-failed", "metrics-meta");
    List<Map<String, String>> series = MetricsExport.clean(metrics.words(), 10);
    series.add(
        MetricSeries.labels(
            "gitpod_server_logins_total",
            "actor",
            metrics.leak("pii.email", "e: label of a metric in rawData")));
    series.add(
        MetricSeries.labels(
            "gitpod_content_clone_seconds_sum",
            "remote",
            "https://x:"
                + metrics.leak("uri.password", "e: label of a metric in rawData")
                + "@git.norvikfreight.com/a/b"));
    line(metrics, MetricsExport.first(series, metrics.words(), metrics.time()));
    metrics.store();
  }

  private static void line(Planting object, byte[] original) {
    object.add(Json.bytes(failed(object.words(), object.time(), original))).add("\n");
    byte[] clean = Json.bytes(LogRecords.any(object.words(), object.time()));
    object.add(Json.bytes(failed(object.words(), object.time(), clean))).add("\n");
  }
}
