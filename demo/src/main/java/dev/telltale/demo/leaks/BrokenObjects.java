package dev.telltale.demo.leaks;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.telltale.demo.telemetry.BillingExport;
import dev.telltale.demo.telemetry.JoinedBytes;
import dev.telltale.demo.telemetry.JsonTree;
import dev.telltale.demo.telemetry.LogRecords;
import dev.telltale.demo.telemetry.LogsExport;
import dev.telltale.demo.telemetry.MetricSeries;
import dev.telltale.demo.telemetry.MetricsExport;
import dev.telltale.demo.telemetry.Packing;
import dev.telltale.demo.telemetry.Vocabulary;
import java.util.Arrays;
import java.util.List;

/** Objects that are broken on purpose. None of their leaks may be lost. */
final class BrokenObjects {
  private static final String PARTIAL = "partial";
  private static final int LONG_LINE = 6 << 20;

  private BrokenObjects() {}

  static void plant(PlantedObjects objects) {
    objects.firehose("logs", "logs").storeBroken(new byte[0], "scanned", "empty-object");
    truncatedGzip(objects.firehose("logs", "logs"));
    garbageAfterGzip(objects.firehose("logs", "logs"));
    brokenBase64(objects.firehose("metrics/meta", "metrics-meta"));
    lyingSnappy(objects.firehose("metrics/workspace", "metrics-workspace"));
    invalidText(objects.firehose("cluster-management", "command-output"));
    brokenValue(objects.firehose("logs", "logs"));
    deepValue(objects.firehose("billing", "billing"));
    longLine(objects.firehose("cluster-management", "command-output"));
  }

  private static void truncatedGzip(Planting object) {
    record(object, "f: before the end of a cut gzip member");
    object.add(LogsExport.records(object.words(), object.time(), 60_000));
    byte[] packed = Packing.gzip(object.content());
    object.storeBroken(Arrays.copyOf(packed, packed.length * 2 / 3), PARTIAL, "gzip-truncated");
  }

  private static void garbageAfterGzip(Planting object) {
    record(object, "f: in the gzip member before other bytes");
    String tail = "\nunpacked tail, mail to " + object.leak("pii.email", "f: after a gzip member");
    byte[] garbage =
        JoinedBytes.of(new byte[] {0, 0x51, (byte) 0xfe, 7}, (tail + " sent\n").getBytes(UTF_8));
    object.storeBroken(
        JoinedBytes.of(Packing.gzip(object.content()), garbage), PARTIAL, "gzip-trailing-bytes");
  }

  private static void brokenBase64(Planting object) {
    metric(object, "e: metric label before a broken envelope");
    object.add(MetricsExport.envelope("q83vEjRW*not*base64*")).add("\n");
    metric(object, "e: metric label after a broken envelope");
    object.storeBroken(object.content(), PARTIAL, "base64");
  }

  private static void lyingSnappy(Planting object) {
    metric(object, "e: metric label before a block of another length");
    byte[] message =
        MetricsExport.requestV1(
                MetricsExport.clean(object.words(), 20), object.words(), object.time())
            .toByteArray();
    byte[] block = Packing.snappyBlock(message);
    // The first byte is the low part of the length.
    block[0] ^= 0x15;
    object.add(MetricsExport.envelope(Packing.base64(block))).add("\n");
    metric(object, "e: metric label after a block of another length");
    object.storeBroken(object.content(), PARTIAL, "snappy-length");
  }

  private static void invalidText(Planting object) {
    object.add(LogsExport.text(object.words(), object.time(), 1_000));
    object.add("user ").add(new byte[] {(byte) 0xff, (byte) 0xc3, 0x28});
    object.add(" mailed " + object.leak("pii.email", "e: line that is not UTF-8") + " today\n");
    object.add(LogsExport.text(object.words(), object.time(), 1_000));
    object.add(
        "token " + object.leak("github.token", "e: line after one that is not UTF-8") + "\n");
    object.storeBroken(object.content(), PARTIAL, "invalid-utf8");
  }

  private static void brokenValue(Planting object) {
    record(object, "f: value before a broken one");
    object.add(
        "{\"message\":\"mail to "
            + object.leak("pii.email", "f: inside a broken value")
            + "\",\"severity\":INFO,,\"time\"}\n");
    record(object, "f: value after a broken one");
    object.storeBroken(object.content(), PARTIAL, "json-syntax");
  }

  private static void deepValue(Planting object) {
    int depth = 10_000;
    object.add(JsonTree.bytes(BillingExport.usage(object.words(), object.time()))).add("\n");
    object
        .add("[".repeat(depth))
        .add("\"contact " + object.leak("pii.email", "a: nested too deep") + " now\"")
        .add("]".repeat(depth) + "\n");
    object
        .add(
            JsonTree.bytes(
                JsonTree.object(
                    "contact", object.leak("pii.email", "a: after one nested too deep"))))
        .add("\n");
    object.storeBroken(object.content(), PARTIAL, "json-depth-limit");
  }

  private static void longLine(Planting object) {
    Vocabulary words = object.words();
    String note = "e: in a line of 6 MB";
    object.add("begin " + object.leak("pii.email", note) + " ");
    fill(object, LONG_LINE / 2);
    object.add(" key " + object.leak("aws.access-key-id", note) + " ");
    fill(object, LONG_LINE);
    object.add(" end " + object.leak("github.token", note) + "\n");
    object.add(LogsExport.text(words, object.time(), 500));
    object.storeBroken(object.content(), PARTIAL, "line-limit");
  }

  private static void fill(Planting object, int size) {
    StringBuilder text = new StringBuilder();
    int missing = size - object.content().length;
    while (text.length() < missing) {
      text.append("chunk ").append(object.words().hex(64)).append(" stored; ");
    }
    object.add(text.toString());
  }

  private static void record(Planting object, String note) {
    object
        .add(
            JsonTree.bytes(
                LogRecords.component(
                    object.words(),
                    object.time(),
                    "mail to " + object.leak("pii.email", note) + " sent")))
        .add("\n");
  }

  private static void metric(Planting object, String note) {
    object
        .add(
            MetricsExport.envelopeV1(
                List.of(
                    MetricSeries.labels(
                        "gitpod_server_logins_total", "actor", object.leak("pii.email", note))),
                object.words(),
                object.time()))
        .add("\n");
  }
}
