package dev.telltale.detection;

import java.util.List;

/**
 * What is known about a body before it is scanned.
 *
 * @param format the record's format
 * @param encodings what was undone to reach the body, outermost first
 * @param pathPrefix stands before every path
 */
public record DetectionContext(String format, List<String> encodings, String pathPrefix) {
  public DetectionContext {
    encodings = List.copyOf(encodings);
  }

  public static DetectionContext none() {
    return new DetectionContext("text", List.of(), "");
  }
}
