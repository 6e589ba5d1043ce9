package dev.telltale.demo.telemetry;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.time.Instant;

/** OTLP JSON lines: a runner's metrics, and a collector's logs and traces. */
public final class OtlpExport {
  private OtlpExport() {}

  public static byte[] metrics(Vocabulary words, Instant time, int bytes) {
    return lines(words, time, bytes, OtlpRecords::metrics);
  }

  public static byte[] logs(Vocabulary words, Instant time, int bytes) {
    return lines(words, time, bytes, OtlpRecords::logs);
  }

  public static byte[] traces(Vocabulary words, Instant time, int bytes) {
    return lines(words, time, bytes, OtlpRecords::traces);
  }

  private static byte[] lines(Vocabulary words, Instant time, int bytes, Message message) {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    do {
      content.writeBytes(JsonTree.bytes(message.make(words, time)));
      content.write('\n');
    } while (content.size() < bytes);
    return content.toByteArray();
  }

  private interface Message {
    ObjectNode make(Vocabulary words, Instant time);
  }
}
