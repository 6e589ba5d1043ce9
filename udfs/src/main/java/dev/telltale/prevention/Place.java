package dev.telltale.prevention;

import java.util.List;

/**
 * What a part of a record is to the processors between its sender and the export: they reach some
 * places and not others.
 */
enum Place {
  RESOURCE_ATTRIBUTE,
  SCOPE_ATTRIBUTE,
  ATTRIBUTE,
  EVENT_ATTRIBUTE,
  /** A log's text, or a member of a log that is a map; so is any JSON object that is collected. */
  BODY,
  METRIC_NAME,
  SPAN_NAME,
  LABEL,
  /** Exemplars, links, units, descriptions, ids: no processor looks there. */
  ELSEWHERE;

  private static final String ATTRIBUTES = "attributes";

  /**
   * A place, and how many names lead from the record to the map that is it.
   *
   * @param place what it is
   * @param root names before the key
   */
  record At(Place place, int root) {}

  /** Where a path of names leads in a record of a format, as {@code docs/formats} describes it. */
  static At of(String format, List<String> path) {
    if (format.startsWith("otlp-")) {
      return inOtlp(path);
    }
    return isSeries(format) ? inSeries(path) : new At(BODY, 0);
  }

  /** Whether records of a format are series with labels. */
  static boolean isSeries(String format) {
    return format.startsWith("gitpod-metrics")
        || format.startsWith("remote-write")
        || format.equals("metric-family")
        || format.startsWith("openmetrics");
  }

  private static At inSeries(List<String> path) {
    if (path.size() < 2 || !path.get(0).equals("labels")) {
      return new At(ELSEWHERE, 0);
    }
    return new At(path.get(1).equals("__name__") ? METRIC_NAME : LABEL, 1);
  }

  private static At inOtlp(List<String> path) {
    String first = path.isEmpty() ? "" : path.get(0);
    String second = path.size() < 2 ? "" : path.get(1);
    return switch (first) {
      case "resource" -> new At(RESOURCE_ATTRIBUTE, 1);
      case "scope" -> second.equals(ATTRIBUTES) ? new At(SCOPE_ATTRIBUTE, 2) : new At(ELSEWHERE, 0);
      case ATTRIBUTES -> new At(ATTRIBUTE, 1);
      case "body" -> new At(BODY, 1);
      case "metric" -> second.equals("name") ? new At(METRIC_NAME, 1) : new At(ELSEWHERE, 0);
      case "name" -> new At(SPAN_NAME, 0);
      case "events" ->
          second.equals(ATTRIBUTES) ? new At(EVENT_ATTRIBUTE, 2) : new At(ELSEWHERE, 0);
      default -> new At(ELSEWHERE, 0);
    };
  }
}
