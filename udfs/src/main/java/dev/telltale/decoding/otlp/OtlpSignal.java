package dev.telltale.decoding.otlp;

import dev.telltale.listing.TelemetryType;
import java.util.Locale;

/**
 * The four signals and what their lists are called on each level, in both spellings of OTLP/JSON
 * and under the names that the protocol had before 1.0.
 */
enum OtlpSignal {
  METRICS(TelemetryType.METRICS, "Metrics", "metrics", "metrics"),
  LOGS(TelemetryType.LOGS, "Logs", "logRecords", "log_records"),
  TRACES(TelemetryType.TRACES, "Spans", "spans", "spans"),
  PROFILES(TelemetryType.PROFILES, "Profiles", "profiles", "profiles");

  private final TelemetryType telemetryType;
  private final String noun;
  private final String entries;
  private final String entriesInSnakeCase;

  OtlpSignal(TelemetryType telemetryType, String noun, String entries, String entriesInSnakeCase) {
    this.telemetryType = telemetryType;
    this.noun = noun;
    this.entries = entries;
    this.entriesInSnakeCase = entriesInSnakeCase;
  }

  TelemetryType telemetryType() {
    return telemetryType;
  }

  /** Whether a request names its list of resources so. */
  boolean listsResources(String name) {
    return isNoun(name, "resource", "resource_");
  }

  /** Whether a resource names its list of scopes so. */
  boolean listsScopes(String name) {
    return isNoun(name, "scope", "scope_")
        || isNoun(name, "instrumentationLibrary", "instrumentation_library_");
  }

  /** Whether a scope names its list of metrics, logs or spans so. */
  boolean listsEntries(String name) {
    return name.equals(entries)
        || name.equals(entriesInSnakeCase)
        || name.equals(noun.toLowerCase(Locale.ROOT));
  }

  private boolean isNoun(String name, String camel, String snake) {
    return is(name, camel, noun) || is(name, snake, noun.toLowerCase(Locale.ROOT));
  }

  private static boolean is(String name, String start, String end) {
    return name.length() == start.length() + end.length()
        && name.startsWith(start)
        && name.endsWith(end);
  }
}
