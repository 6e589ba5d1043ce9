package dev.telltale.jobs.command.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.telltale.jobs.settings.ProductVersion;
import java.util.List;

/** A report for machines: what the page shows, without the single findings. */
final class ReportJson {
  private static final ObjectMapper JSON = new ObjectMapper();

  private ReportJson() {}

  static String of(Report report) {
    ObjectNode root = JSON.createObjectNode();
    root.put("telltale", "report").put("version", ProductVersion.text());
    root.put("lake", report.lake()).put("made_at", report.made());
    root.putObject("last_run")
        .put("run_id", report.run().runId())
        .put("source", report.run().source())
        .put("finished_at", report.run().finished())
        .put("rule_set", report.run().ruleSet())
        .put("fingerprint_key_id", report.run().keyId())
        .put("runs", report.run().runs());
    root.put("coverage", report.covered());
    root.put("bytes_unpacked", report.unpacked());
    root.put("bytes_unread", report.unread());
    root.put("objects", report.objectsListed());
    root.put("objects_not_read", report.closed());
    root.put("places", report.placeCount());
    root.put("values", report.valueCount());
    root.put("objects_with_findings", report.objectCount());
    root.put("suppressed_places", report.suppressed());
    root.put("cases", report.caseCount());
    root.put("cases_in_several_telemetry_types", report.severalTypes());
    coverage(root.putArray("coverage_by_telemetry_type"), report);
    for (FaultCount each : report.faults()) {
      root.withArray("faults")
          .addObject()
          .put("status", each.status())
          .put("fault", each.fault())
          .put("objects", each.objects())
          .put("bytes_unread", each.unread())
          .put("first_object", each.first());
    }
    spreads(root.putArray("severities"), report.severities());
    spreads(root.putArray("telemetry_types"), report.telemetryTypes());
    spreads(root.putArray("rules"), report.rules());
    spreads(root.putArray("emitters"), report.emitters());
    for (PeriodCount each : report.periods()) {
      root.withArray("periods")
          .addObject()
          .put("period", each.period())
          .put("severity", each.severity())
          .put("places", each.places());
    }
    cases(root.putArray("worst_cases"), report);
    readable(root, report);
    try {
      return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("writing a tree as JSON", impossible);
    }
  }

  private static void coverage(ArrayNode array, Report report) {
    for (TypeCoverage each : report.coverage()) {
      array
          .addObject()
          .put("telemetry_type", each.telemetryType())
          .put("objects", each.objects())
          .put("records", each.records())
          .put("bytes_decoded", each.decoded())
          .put("bytes_raw_scanned", each.rawScanned())
          .put("bytes_unread", each.unread())
          .put("objects_not_read", each.closed())
          .put("bytes_stored_not_read", each.closedBytes());
    }
  }

  private static void spreads(ArrayNode array, List<Spread> spreads) {
    for (Spread each : spreads) {
      array
          .addObject()
          .put("name", each.name())
          .put("places", each.places())
          .put("values", each.values())
          .put("objects", each.objects());
    }
  }

  private static void cases(ArrayNode array, Report report) {
    for (ReportedCase each : report.cases()) {
      ObjectNode one =
          array
              .addObject()
              .put("case_id", each.caseId())
              .put("state", each.state())
              .put("severity", each.severity())
              .put("masked", each.masked())
              .put("values", each.values())
              .put("places", each.places())
              .put("objects", each.objects())
              .put("first_seen", each.firstSeen())
              .put("last_seen", each.lastSeen());
      each.fields().forEach(one.putArray("field_patterns")::add);
      each.rules().forEach(one.putArray("rules")::add);
      each.telemetryTypes().forEach(one.putArray("telemetry_types")::add);
      each.emitters().forEach(one.putArray("emitters")::add);
    }
  }

  private static void readable(ObjectNode root, Report report) {
    root.put("retention", report.retention().shown());
    for (Exposure each : report.exposures()) {
      root.withArray("readable")
          .addObject()
          .put("telemetry_type", each.telemetryType())
          .put("version_state", each.state())
          .put("storage_class", each.storageClass())
          .put("objects", each.objects())
          .put("places", each.places())
          .put("first_expires", each.firstEnd())
          .put("last_expires", each.lastEnd())
          .put("overdue", each.overdue());
    }
  }
}
