package dev.telltale.listing;

import java.util.Locale;

/** The kinds of telemetry that an export holds. The id is in the {@code telemetry_type} columns. */
public enum TelemetryType {
  METRICS,
  KUBERNETES,
  LOGS,
  ANALYTICS,
  BILLING,
  TRACES,
  AUDIT,
  PROFILES,
  OTHER;

  /** The published name, such as {@code metrics}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
