package dev.telltale.jobs.command.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What belongs together of the findings, as the view {@code cases} has it: one value wherever it
 * stands, or one field in which many values leak the same way.
 *
 * @param caseId stays the same over runs
 * @param masked null where it is a field
 * @param values distinct ones
 * @param fields paths without indices, the first few
 * @param firstSeen by the time of the export, in UTC
 */
record ReportedCase(
    String caseId,
    String state,
    String severity,
    @Nullable String masked,
    long values,
    List<String> fields,
    List<String> rules,
    List<String> telemetryTypes,
    List<String> emitters,
    long places,
    long objects,
    String firstSeen,
    String lastSeen) {

  /** What leaked, in a few words. */
  String what() {
    return masked == null
        ? values + " values in " + (fields.isEmpty() ? "a field" : fields.get(0))
        : masked;
  }
}
