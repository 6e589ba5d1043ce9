package dev.telltale.listing;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Which words in a key mean which telemetry type. The first folder that says anything decides, so
 * {@code metrics/audit/} holds metrics; {@code log} is the weakest word, so {@code audit-logs} are
 * audit events.
 */
final class TypeAliases {
  private static final Map<String, TelemetryType> WORDS =
      Map.ofEntries(
          Map.entry("metrics", TelemetryType.METRICS),
          Map.entry("metric", TelemetryType.METRICS),
          Map.entry("prometheus", TelemetryType.METRICS),
          Map.entry("k8s", TelemetryType.KUBERNETES),
          Map.entry("kubernetes", TelemetryType.KUBERNETES),
          Map.entry("kube", TelemetryType.KUBERNETES),
          Map.entry("kubestate", TelemetryType.KUBERNETES),
          Map.entry("logs", TelemetryType.LOGS),
          Map.entry("log", TelemetryType.LOGS),
          Map.entry("analytics", TelemetryType.ANALYTICS),
          Map.entry("segment", TelemetryType.ANALYTICS),
          Map.entry("events", TelemetryType.ANALYTICS),
          Map.entry("event", TelemetryType.ANALYTICS),
          Map.entry("billing", TelemetryType.BILLING),
          Map.entry("usage", TelemetryType.BILLING),
          Map.entry("invoices", TelemetryType.BILLING),
          Map.entry("traces", TelemetryType.TRACES),
          Map.entry("trace", TelemetryType.TRACES),
          Map.entry("tracing", TelemetryType.TRACES),
          Map.entry("spans", TelemetryType.TRACES),
          Map.entry("audit", TelemetryType.AUDIT),
          Map.entry("audits", TelemetryType.AUDIT),
          Map.entry("auditlogs", TelemetryType.AUDIT),
          Map.entry("cloudtrail", TelemetryType.AUDIT));

  private TypeAliases() {}

  static TelemetryType of(List<String> segments) {
    for (String segment : segments) {
      TelemetryType type = of(segment);
      if (type != TelemetryType.OTHER) {
        return type;
      }
    }
    return TelemetryType.OTHER;
  }

  static TelemetryType of(String segment) {
    TelemetryType weak = TelemetryType.OTHER;
    String text = segment.toLowerCase(Locale.ROOT);
    int from = 0;
    for (int i = 0; i <= text.length(); i++) {
      if (i == text.length() || !Character.isLetterOrDigit(text.charAt(i))) {
        TelemetryType type = WORDS.get(text.substring(from, i));
        if (type != null && type != TelemetryType.LOGS) {
          return type;
        }
        weak = type == null ? weak : type;
        from = i + 1;
      }
    }
    return weak;
  }
}
