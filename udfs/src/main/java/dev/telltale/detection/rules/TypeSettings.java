package dev.telltale.detection.rules;

import java.util.Map;
import java.util.TreeMap;

/**
 * What a team wants of findings in one telemetry type, or in all. Keys are rule ids, or categories
 * for what is set for no rule of theirs. Immutable.
 *
 * @param floor the least confidence of what neither map names; 0 for any
 */
record TypeSettings(Map<String, String> severities, Map<String, Double> floors, double floor) {
  static final TypeSettings NONE = new TypeSettings(Map.of(), Map.of(), 0);

  TypeSettings {
    severities = Map.copyOf(severities);
    floors = Map.copyOf(floors);
  }

  /** Null where nothing is set. */
  String severity(Rule rule) {
    String own = severities.get(rule.id());
    return own == null ? severities.get(rule.category()) : own;
  }

  /** Below 0 where nothing is set. */
  double floor(Rule rule) {
    Double own = floors.get(rule.id());
    Double ofCategory = own == null ? floors.get(rule.category()) : own;
    return ofCategory == null ? (floor == 0 ? -1 : floor) : ofCategory;
  }

  String essence() {
    return new TreeMap<>(severities) + " " + new TreeMap<>(floors) + " " + floor;
  }
}
