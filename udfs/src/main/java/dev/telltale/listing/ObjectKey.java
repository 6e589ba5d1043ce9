package dev.telltale.listing;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What the key of an exported object says about it. Every string is a key: what a key does not say
 * is null, or {@link TelemetryType#OTHER}, and never a mistake. Times are UTC. Immutable.
 *
 * <p>A key is a hint for people and partitions only; how an object is decoded is decided by its
 * bytes.
 */
public final class ObjectKey {
  /** The values of {@code !{firehose:error-output-type}}. */
  private static final List<String> ERROR_OUTPUT_TYPES =
      List.of(
          "processing-failed",
          "AmazonOpenSearchService-failed",
          "splunk-failed",
          "format-conversion-failed",
          "http-endpoint-failed");

  private static final Set<String> OTEL_SIGNALS = Set.of("metrics", "logs", "traces");

  private final String key;
  private final KeyLayout layout;
  private final String stream;
  private final TelemetryType telemetryType;
  private final LocalDateTime time;
  private final LocalDate date;

  private ObjectKey(
      String key,
      KeyLayout layout,
      String stream,
      TelemetryType telemetryType,
      LocalDateTime time,
      LocalDate date) {
    this.key = key;
    this.layout = layout;
    this.stream = stream;
    this.telemetryType = telemetryType;
    this.time = time;
    this.date = date;
  }

  public static ObjectKey of(String key) {
    List<String> folders = new ArrayList<>();
    int from = 0;
    for (int slash = key.indexOf('/'); slash >= 0; slash = key.indexOf('/', from)) {
      folders.add(key.substring(from, slash));
      from = slash + 1;
    }
    String name = key.substring(from);
    LocalDateTime time = KeyTime.hourOfFolders(folders);
    time = time == null ? KeyTime.hourOfPartitions(folders) : time;

    FirehoseName firehose = FirehoseName.parse(name);
    if (firehose != null) {
      TelemetryType type = TypeAliases.of(folders);
      type = type == TelemetryType.OTHER ? TypeAliases.of(firehose.stream()) : type;
      return keyOf(key, KeyLayout.FIREHOSE, firehose.stream(), type, firehose.time(), folders);
    }
    int runner = after(folders, "metrics", "runner");
    int environment = after(folders, "logs", "environments");
    if (runner >= 0 || environment >= 0) {
      TelemetryType type = runner >= 0 ? TelemetryType.METRICS : TelemetryType.LOGS;
      String id = folders.get(Math.max(runner, environment));
      LocalDateTime rotated = KeyTime.ofRotatedFile(name);
      return keyOf(key, KeyLayout.ONA, id, type, rotated == null ? time : rotated, folders);
    }
    int account = awsAccount(folders);
    if (account >= 0) {
      String service = account + 1 < folders.size() ? folders.get(account + 1) : null;
      boolean trail = service != null && TypeAliases.of(service) == TelemetryType.AUDIT;
      TelemetryType type = trail ? TelemetryType.AUDIT : TelemetryType.LOGS;
      return keyOf(key, KeyLayout.AWS_LOGS, service, type, time, folders);
    }
    int underscore = name.indexOf('_');
    if (underscore > 0 && OTEL_SIGNALS.contains(name.substring(0, underscore))) {
      String signal = name.substring(0, underscore);
      if (KeyTime.dayOfPartitions(folders) != null || time != null) {
        return keyOf(key, KeyLayout.OTEL, signal, TypeAliases.of(signal), time, folders);
      }
    }
    TelemetryType type = TypeAliases.of(folders);
    type = type == TelemetryType.OTHER ? TypeAliases.of(name) : type;
    return keyOf(key, KeyLayout.UNKNOWN, null, type, time, folders);
  }

  private static ObjectKey keyOf(
      String key,
      KeyLayout layout,
      String stream,
      TelemetryType type,
      LocalDateTime time,
      List<String> folders) {
    LocalDate date = time == null ? KeyTime.dayOfFolders(folders) : time.toLocalDate();
    date = date == null ? KeyTime.dayOfPartitions(folders) : date;
    return new ObjectKey(key, layout, stream, type, time, date);
  }

  private static int after(List<String> folders, String first, String second) {
    for (int i = 0; i + 2 < folders.size(); i++) {
      if (folders.get(i).equals(first) && folders.get(i + 1).equals(second)) {
        return i + 2;
      }
    }
    return -1;
  }

  /** An organisation's id may be between {@code AWSLogs} and the account. */
  private static int awsAccount(List<String> folders) {
    int root = folders.indexOf("AWSLogs");
    for (int i = root + 1; root >= 0 && i < Math.min(root + 3, folders.size()); i++) {
      if (folders.get(i).length() == 12 && isDigits(folders.get(i))) {
        return i;
      }
    }
    return -1;
  }

  private static boolean isDigits(String text) {
    return text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  public KeyLayout layout() {
    return layout;
  }

  /**
   * Firehose: the delivery stream without its version. Ona: the id of the runner or environment.
   * OTel: the signal. AWS logs: the service. Otherwise null.
   */
  public String stream() {
    return stream;
  }

  public TelemetryType telemetryType() {
    return telemetryType;
  }

  /** To the second or hour, as the key gives it; null if it gives no more than a day. */
  public Instant exportTime() {
    return time == null ? null : time.toInstant(ZoneOffset.UTC);
  }

  /** The day of {@link #exportTime()}, or the day that the key gives otherwise; may be null. */
  public LocalDate exportDate() {
    return date;
  }

  /** Whether this is where Firehose puts records that it could not deliver or convert. */
  public boolean failedOutput() {
    return ERROR_OUTPUT_TYPES.stream().anyMatch(key::contains);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ObjectKey that && key.equals(that.key);
  }

  @Override
  public int hashCode() {
    return key.hashCode();
  }

  @Override
  public String toString() {
    return key;
  }
}
