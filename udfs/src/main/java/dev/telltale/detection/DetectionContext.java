package dev.telltale.detection;

import java.util.List;

/**
 * What is known about a body before it is scanned.
 *
 * @param telemetryType the record's telemetry type, by which a team sets severities and floors
 * @param encodings what was decoded to reach the body, outermost first
 * @param root the path of the body itself: {@code $}, or its path in what held it
 */
public record DetectionContext(String telemetryType, List<String> encodings, String root) {
  public DetectionContext {
    encodings = List.copyOf(encodings);
  }

  public static DetectionContext none() {
    return new DetectionContext("other", List.of(), "$");
  }
}
