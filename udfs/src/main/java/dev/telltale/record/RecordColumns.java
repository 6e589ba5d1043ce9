package dev.telltale.record;

import java.time.Instant;
import java.util.Map;

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

  public static RecordColumns none() {
    return new RecordColumns(null, null, null, null, Map.of());
  }
}
