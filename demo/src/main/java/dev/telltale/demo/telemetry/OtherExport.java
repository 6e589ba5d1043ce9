package dev.telltale.demo.telemetry;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Objects that no telemetry type explains: text, binary, archives, snappy. */
public final class OtherExport {
  private OtherExport() {}

  public static byte[] object(Vocabulary words, Instant time, int bytes) {
    byte[] text = LogsExport.text(words, time, bytes);
    return switch (words.between(0, 4)) {
      case 0 -> Packing.zip(entries(text, LogsExport.records(words, time, bytes / 2)));
      case 1 -> Packing.snappyFramed(text);
      case 2 -> binary(words, text, Math.min(bytes, 200_000));
      default -> text;
    };
  }

  /** The files of an archive, in their order. */
  public static Map<String, byte[]> entries(byte[] text, byte[] records) {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    entries.put("kubelet.log", text);
    entries.put("events/records.json", records);
    return entries;
  }

  /** Bytes of no known format with some text among them. */
  public static byte[] binary(Vocabulary words, byte[] text, int noise) {
    byte[] head = new byte[noise / 2];
    byte[] tail = new byte[noise / 2];
    words.random().nextBytes(head);
    words.random().nextBytes(tail);
    head[0] = (byte) 0xc7;
    byte[] middle = new byte[Math.min(text.length, 600)];
    System.arraycopy(text, 0, middle, 0, middle.length);
    return JoinedBytes.of(head, new byte[] {0, 0}, middle, new byte[] {0, 0}, tail);
  }
}
