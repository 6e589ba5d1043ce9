package dev.telltale.jobs.erasure;

import java.util.LinkedHashMap;
import java.util.Map;

/** Counts what a plan holds. */
final class PlanFigures {
  private PlanFigures() {}

  static Map<String, Long> of(ErasurePlan plan) {
    Map<String, Long> figures = new LinkedHashMap<>();
    figures.put("keys", (long) plan.keys().size());
    for (PlannedAction action : PlannedAction.values()) {
      figures.put("versions_" + action.id(), 0L);
    }
    long records = 0;
    long leaves = 0;
    long innocent = 0;
    long markers = 0;
    long bytes = 0;
    for (PlannedKey key : plan.keys()) {
      markers += key.goesWhole() ? key.markers().size() : 0;
      for (PlannedVersion version : key.versions()) {
        figures.merge("versions_" + version.action().id(), 1L, Long::sum);
        if (version.action().isTarget()) {
          records += version.targetRecords();
          leaves += version.leaves();
        }
        if (version.action() == PlannedAction.DELETE) {
          innocent += version.records() - version.targetRecords();
          bytes += version.size();
        }
      }
    }
    figures.put("records", records);
    figures.put("leaves", leaves);
    figures.put("innocent_records_lost", innocent);
    figures.put("bytes_deleted", bytes);
    figures.put("delete_markers", markers);
    figures.put("unfinished_uploads", (long) plan.uploads().size());
    figures.put("values", (long) plan.targets().size());
    figures.put("places_elsewhere", plan.elsewhere());
    return figures;
  }
}
