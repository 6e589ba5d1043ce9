package dev.telltale.jobs.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.time.Instant;

/** OTLP JSON lines: a runner's metrics, and a collector's logs and traces. */
final class OtlpExport {
  private OtlpExport() {}

  static byte[] metrics(Words words, Instant time, int bytes) {
    return lines(words, time, bytes, OtlpRecords::metrics);
  }

  static byte[] logs(Words words, Instant time, int bytes) {
    return lines(words, time, bytes, OtlpRecords::logs);
  }

  static byte[] traces(Words words, Instant time, int bytes) {
    return lines(words, time, bytes, OtlpRecords::traces);
  }

  private static byte[] lines(Words words, Instant time, int bytes, Message message) {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    do {
      content.writeBytes(Json.bytes(message.make(words, time)));
      content.write('\n');
    } while (content.size() < bytes);
    return content.toByteArray();
  }

  private interface Message {
    ObjectNode make(Words words, Instant time);
  }
}
