package dev.telltale.demo.leaks;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.telltale.demo.telemetry.JsonTree;
import dev.telltale.demo.telemetry.LogRecords;
import dev.telltale.demo.telemetry.LogsExport;
import dev.telltale.demo.telemetry.OtherExport;
import dev.telltale.demo.telemetry.Packing;
import dev.telltale.demo.telemetry.Vocabulary;
import java.time.Instant;
import java.util.Map;

/** Leaks in objects that no telemetry type explains. */
final class OtherLeaks {
  private OtherLeaks() {}

  static void plant(PlantedObjects objects) {
    commandOutput(objects.firehose("cluster-management", "command-output"));
    binary(objects.firehose("crash-dumps", "crash-dumps"));
    archive(objects.firehose("support-bundles", "support-bundles"));
    snappy(objects.firehose("events", "events"), true);
    snappy(objects.firehose("events", "events"), false);
  }

  private static void commandOutput(Planting object) {
    object.add(
        "$ kubectl get nodes -o wide\nNAME   STATUS   INTERNAL-IP   EXTERNAL-IP\n"
            + object.words().node()
            + "   Ready   10.4.1.17   "
            + object.leak("network.ipv4", "e: output of a command")
            + "\n$ env\nHOME=/root\nGITHUB_TOKEN="
            + object.leak("github.token", "e: output of a command")
            + "\nDB_PASSWORD="
            + object.leak("generic.password", "e: output of a command")
            + "\nMAINTAINER="
            + object.leak("pii.email", "e: output of a command")
            + "\n");
    object.store();
  }

  private static void binary(Planting object) {
    String found =
        "heap region\0Authorization: Bearer "
            + object.leak("http.bearer-token", "e: text in a binary")
            + "\0\0mailto:"
            + object.leak("pii.email", "e: text in a binary")
            + "\0\0"
            + object.leak("gitlab.token", "e: text in a binary")
            + "\0";
    object.store(OtherExport.binary(object.words(), found.getBytes(UTF_8), 6_000));
  }

  private static void archive(Planting object) {
    Vocabulary words = object.words();
    Instant time = object.time();
    String line =
        LogRecords.textLine(
            words,
            time,
            "redis://:"
                + object.leak("uri.password", "e: zip entry")
                + "@cache.norvikfreight.com:6379/0");
    byte[] bundle =
        JsonTree.bytes(
            LogRecords.component(
                words, time, "ticket of " + object.leak("pii.email", "f: second zip entry")));
    Map<String, byte[]> entries =
        OtherExport.entries(
            (LogRecords.textLine(words, time) + "\n" + line + "\n").getBytes(UTF_8), bundle);
    entries.put(
        "nested/old.log.gz",
        Packing.gzip(
            ("card on file: " + object.leak("finance.card", "e: gzip in a zip") + "\n")
                .getBytes(UTF_8)));
    object.store(Packing.zip(entries));
  }

  private static void snappy(Planting object, boolean framed) {
    String note = framed ? "f: snappy framed" : "f: raw snappy block";
    object.add(LogsExport.records(object.words(), object.time(), 3_000));
    object
        .add(
            JsonTree.bytes(
                LogRecords.component(
                    object.words(),
                    object.time(),
                    "sent to "
                        + object.leak("pii.email", note)
                        + ", key "
                        + object.leak("aws.access-key-id", note))))
        .add("\n");
    byte[] content = object.content();
    object.store(framed ? Packing.snappyFramed(content) : Packing.snappyBlock(content));
  }
}
