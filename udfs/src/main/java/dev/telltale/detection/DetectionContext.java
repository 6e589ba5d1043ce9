package dev.telltale.detection;

import java.util.List;
import java.util.function.Supplier;

/**
 * What is known about a body before it is scanned.
 *
 * @param telemetryType the record's telemetry type, by which a team sets severities and floors
 * @param encodings what was decoded to reach the body, outermost first
 * @param root the path of the body itself: {@code $}, or its path in what held it
 * @param emitter of the record, which tells streams of records apart; asked for only where a value
 *     crosses records, may give null
 */
public record DetectionContext(
    String telemetryType, List<String> encodings, String root, Supplier<String> emitter) {
  public DetectionContext {
    encodings = List.copyOf(encodings);
  }

  public static DetectionContext none() {
    return new DetectionContext("other", List.of(), "$", () -> null);
  }
}
