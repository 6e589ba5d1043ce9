package dev.telltale.demo.telemetry;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Object keys as the services write them. */
public final class ObjectKeys {
  static final String RUNNER = "0192f6c4-7a51-7c3e-9b1f-5d2e8a40c713";

  private static final DateTimeFormatter HOUR = utc("yyyy/MM/dd/HH");
  private static final DateTimeFormatter DAY = utc("yyyy/MM/dd");
  private static final DateTimeFormatter SECOND = utc("yyyy-MM-dd-HH-mm-ss");
  private static final DateTimeFormatter ROTATION = utc("yyyy-MM-dd'T'HH-mm-ss.SSS");
  private static final DateTimeFormatter MINUTE =
      utc("'year='yyyy'/month='MM'/day='dd'/hour='HH'/minute='mm");

  private ObjectKeys() {}

  private static DateTimeFormatter utc(String pattern) {
    return DateTimeFormatter.ofPattern(pattern).withZone(ZoneOffset.UTC);
  }

  /** {@code prefix/YYYY/MM/dd/HH/stream-1-YYYY-MM-dd-HH-mm-ss-uuid}, without extension. */
  public static String firehose(String prefix, String stream, Instant time, Vocabulary words) {
    return prefix
        + "/"
        + HOUR.format(time)
        + "/"
        + stream
        + "-1-"
        + SECOND.format(time)
        + "-"
        + words.uuid();
  }

  /** A file of a runner that a collector has rotated. */
  public static String runner(String type, Instant time) {
    return type
        + "/runner/"
        + RUNNER
        + "/"
        + DAY.format(time)
        + "/"
        + type
        + "-"
        + ROTATION.format(time)
        + ".json";
  }

  /** An object of the collector's S3 exporter. */
  public static String collector(String signal, Instant time, Vocabulary words, String suffix) {
    return "otel/" + MINUTE.format(time) + "/" + signal + "_" + words.hex(8) + suffix;
  }
}
