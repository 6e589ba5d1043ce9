package dev.telltale.record;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/**
 * The queryable columns of a record, read from its redacted body; every field but {@code
 * attributes} may be null.
 *
 * @param emitter who sent the record, as precise as it allows
 * @param name of the metric, span, event or kind
 */
public record RecordColumns(
    Instant eventTime,
    String emitter,
    String name,
    String severity,
    Map<String, String> attributes) {
  public RecordColumns {
    attributes = Map.copyOf(attributes);
  }

  /** The same with so many of its attributes, the first ones by name. */
  public RecordColumns withFewer(int max) {
    Map<String, String> fewer = new TreeMap<>();
    attributes.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .limit(max)
        .forEach(entry -> fewer.put(entry.getKey(), entry.getValue()));
    return new RecordColumns(eventTime, emitter, name, severity, fewer);
  }

  public static RecordColumns none() {
    return new RecordColumns(null, null, null, null, Map.of());
  }
}
