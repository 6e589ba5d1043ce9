package dev.telltale.jobs.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Objects that no telemetry type explains: text, binary, archives, snappy. */
final class OtherExport {
  private OtherExport() {}

  static byte[] object(Words words, Instant time, int bytes) {
    byte[] text = LogsExport.text(words, time, bytes);
    return switch (words.between(0, 4)) {
      case 0 -> Packing.zip(entries(text, LogsExport.records(words, time, bytes / 2)));
      case 1 -> Packing.snappyFramed(text);
      case 2 -> binary(words, text, Math.min(bytes, 200_000));
      default -> text;
    };
  }

  private static Map<String, byte[]> entries(byte[] text, byte[] records) {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    entries.put("kubelet.log", text);
    entries.put("events/records.json", records);
    return entries;
  }

  /** Bytes of no known format with some text among them. */
  private static byte[] binary(Words words, byte[] text, int noise) {
    byte[] head = new byte[noise / 2];
    byte[] tail = new byte[noise / 2];
    words.random().nextBytes(head);
    words.random().nextBytes(tail);
    head[0] = (byte) 0xc7;
    byte[] middle = new byte[Math.min(text.length, 600)];
    System.arraycopy(text, 0, middle, 0, middle.length);
    return Bytes.join(head, new byte[] {0, 0}, middle, new byte[] {0, 0}, tail);
  }

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
    object.store(binary(object.words(), found.getBytes(UTF_8), 6_000));
  }

  private static void archive(Planting object) {
    Words words = object.words();
    Instant time = object.time();
    String line =
        LogRecords.textLine(
            words,
            time,
            "redis://:"
                + object.leak("uri.password", "e: zip entry")
                + "@cache.norvikfreight.com:6379/0");
    byte[] bundle =
        Json.bytes(
            LogRecords.component(
                words, time, "ticket of " + object.leak("pii.email", "f: second zip entry")));
    Map<String, byte[]> entries =
        entries((LogRecords.textLine(words, time) + "\n" + line + "\n").getBytes(UTF_8), bundle);
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
            Json.bytes(
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
