package dev.telltale.demo.telemetry;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.time.Instant;

/** Logs: JSON records or text lines; plain, gzip in one or several members, or zstd. */
public final class LogsExport {
  private LogsExport() {}

  public static byte[] object(Vocabulary words, Instant time, int bytes) {
    return switch (words.between(0, 7)) {
      case 0 -> Packing.gzip(records(words, time, bytes));
      case 1 -> members(words, time, bytes);
      case 2 -> Packing.zstd(records(words, time, bytes));
      case 3 -> text(words, time, bytes);
      default -> records(words, time, bytes);
    };
  }

  public static byte[] records(Vocabulary words, Instant time, int bytes) {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    do {
      content.writeBytes(JsonTree.bytes(LogRecords.any(words, time)));
      content.write('\n');
    } while (content.size() < bytes);
    return content.toByteArray();
  }

  public static byte[] text(Vocabulary words, Instant time, int bytes) {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    do {
      content.writeBytes(LogRecords.textLine(words, time).getBytes(UTF_8));
      content.write('\n');
    } while (content.size() < bytes);
    return content.toByteArray();
  }

  private static byte[] members(Vocabulary words, Instant time, int bytes) {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    for (int member = 0; member < 4; member++) {
      content.writeBytes(Packing.gzip(records(words, time, bytes / 4)));
    }
    return content.toByteArray();
  }
}
