package dev.telltale.scan;

import dev.telltale.decoding.DecodedRecord;
import dev.telltale.listing.ObjectKey;
import java.util.HashMap;
import java.util.Map;

/**
 * The telemetry type of an object and of its records. The key proposes, the content confirms: a record whose format
 * belongs to one type has that type, wherever its object lies; one whose format says nothing has the type of the key.
 * Audit events inside a log stream stay with the logs, as their stream is exported and kept.
 */
final class TelemetryTypes {
  private static final String OTHER = "other";

  private final String byKey;
  private final Map<String, Integer> formats = new HashMap<>();
  private String first;

  TelemetryTypes(ObjectKey key) {
    byKey = key.telemetryType();
  }

  String of(DecodedRecord record) {
    formats.merge(record.format(), 1, Integer::sum);
    String type = typeOf(record.telemetryType());
    if (first == null) {
      first = type;
    }
    return type;
  }

  private String typeOf(String natural) {
    if (natural == null || (natural.equals("audit") && byKey.equals("logs"))) {
      return byKey;
    }
    return natural;
  }

  String ofObject() {
    return byKey.equals(OTHER) && first != null ? first : byKey;
  }

  /** The format of most records, by name among equals; {@code empty} without records. */
  String format() {
    return formats.entrySet().stream()
        .max(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry::getKey))
        .map(Map.Entry::getKey)
        .orElse("empty");
  }
}
