package dev.telltale.scan;

import dev.telltale.listing.ObjectKey;
import dev.telltale.listing.TelemetryType;
import dev.telltale.record.DecodedRecord;
import java.util.HashMap;
import java.util.Map;

/**
 * The telemetry type of an object and of its records. The key proposes, the content confirms: a
 * record whose format belongs to one type has that type, wherever its object is; one whose format
 * says nothing has the type of the key. Audit events inside a log stream stay with the logs, as
 * their stream is exported and kept.
 */
final class TelemetryTypes {
  private final TelemetryType byKey;
  private final Map<String, Integer> formats = new HashMap<>();
  private TelemetryType first;

  TelemetryTypes(ObjectKey key) {
    byKey = key.telemetryType();
  }

  String of(DecodedRecord record) {
    formats.merge(record.format(), 1, Integer::sum);
    TelemetryType type = typeOf(record.telemetryType());
    if (first == null) {
      first = type;
    }
    return type.id();
  }

  /** The type of a record that may turn out to be none of the object's. */
  String proposed(DecodedRecord record) {
    return typeOf(record.telemetryType()).id();
  }

  private TelemetryType typeOf(TelemetryType natural) {
    if (natural == null || (natural == TelemetryType.AUDIT && byKey == TelemetryType.LOGS)) {
      return byKey;
    }
    return natural;
  }

  String ofObject() {
    return (byKey == TelemetryType.OTHER && first != null ? first : byKey).id();
  }

  /** The format of most records, by name among equals; {@code empty} without records. */
  String format() {
    return formats.entrySet().stream()
        .max(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry::getKey))
        .map(Map.Entry::getKey)
        .orElse("empty");
  }
}
