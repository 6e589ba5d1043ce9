package dev.telltale.jobs.command.summary;

import static org.apache.spark.sql.functions.col;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.telltale.jobs.scan.RunTotals;
import dev.telltale.jobs.scan.ScanPlan;
import dev.telltale.jobs.scan.ScanResult;
import dev.telltale.jobs.settings.ProductVersion;
import dev.telltale.jobs.tables.Lake;
import dev.telltale.jobs.tables.LakeTable;
import java.util.List;
import org.apache.spark.sql.Row;

/**
 * What schedulers and CloudWatch alarms read: one line of JSON, the same members in every line.
 * Holds counts and names of runs, never content.
 */
public final class SummaryJson {
  private static final ObjectMapper JSON = new ObjectMapper();

  private SummaryJson() {}

  /**
   * @param sources as the user named them
   */
  public static String of(Lake lake, ScanResult result, List<String> sources, int exitCode) {
    RunTotals totals = result.totals();
    ObjectNode line = JSON.createObjectNode();
    line.put("telltale", "scan");
    line.put("version", ProductVersion.text());
    texts(line, "sources", sources);
    line.put("lake", lake.root());
    texts(line, "run_ids", result.runs());
    line.put("exit_code", exitCode);
    line.put("coverage", totals.coverage());
    line.put("objects_listed", result.listed());
    line.put("delete_markers", result.deleteMarkers());
    line.put("objects", totals.objects());
    line.put("objects_scanned", totals.read());
    line.put("objects_partial", totals.partial());
    line.put("objects_refused", totals.refused());
    line.put("objects_unreadable", totals.unreadable());
    line.put("objects_vanished", totals.vanished());
    line.put("bytes_read", totals.bytesRead());
    line.put("bytes_unpacked", totals.bytesUnpacked());
    line.put("bytes_unread", totals.bytesUnread());
    line.put("records", totals.records());
    line.put("records_kept", totals.recordsKept());
    line.put("findings", totals.findings());
    severities(line, lake, result);
    line.put("suppressed", totals.suppressed());
    line.put("faults", totals.faults());
    line.put("wall_seconds", result.wall().toMillis() / 1000.0);
    line.put("core_seconds", result.coreSeconds());
    return line + "\n";
  }

  /** The line of {@code scan --plan}. */
  public static String of(ScanPlan plan, PlanCost cost, List<String> sources) {
    ObjectNode line = JSON.createObjectNode();
    line.put("telltale", "plan");
    line.put("version", ProductVersion.text());
    texts(line, "sources", sources);
    line.put("lake", plan.lake());
    line.put("rule_set", plan.ruleSet());
    line.put("objects_listed", plan.listed());
    line.put("objects", plan.objects());
    line.put("objects_archived", plan.archived());
    line.put("bytes_stored", plan.stored());
    line.put("bytes_unpacked_estimate", plan.unpacked());
    line.put("core_seconds_estimate", plan.coreSeconds());
    line.put("usd_estimate", cost.total());
    line.put("usd_macie", cost.macie());
    ArrayNode parts = line.putArray("telemetry_types");
    for (ScanPlan.Part part : plan.parts()) {
      parts
          .addObject()
          .put("telemetry_type", part.telemetryType())
          .put("objects", part.objects())
          .put("bytes_stored", part.stored());
    }
    return line + "\n";
  }

  /** By severity, and those that are high or worse once more: an alarm is set on one number. */
  private static void severities(ObjectNode line, Lake lake, ScanResult result) {
    line.put("findings_high", 0L);
    ObjectNode counts = line.putObject("findings_by_severity");
    Severities.ORDER.forEach(severity -> counts.put(severity, 0L));
    if (result.nothingNew()) {
      return;
    }
    for (Row row :
        lake.read(LakeTable.FINDINGS)
            .where(col("run_id").isin(result.runs().toArray()).and(col("suppressed_by").isNull()))
            .groupBy("severity")
            .count()
            .collectAsList()) {
      counts.put(row.getString(0), row.getLong(1));
    }
    long high = 0;
    for (String severity : Severities.atLeast("high")) {
      high += counts.get(severity).asLong();
    }
    line.put("findings_high", high);
  }

  private static void texts(ObjectNode line, String name, List<String> texts) {
    ArrayNode array = line.putArray(name);
    texts.forEach(array::add);
  }
}
