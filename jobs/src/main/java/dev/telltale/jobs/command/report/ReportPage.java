package dev.telltale.jobs.command.report;

import dev.telltale.jobs.limit.RunLimits;
import dev.telltale.jobs.page.Document;
import dev.telltale.jobs.page.Pages;
import dev.telltale.jobs.page.Tile;
import dev.telltale.jobs.settings.ProductVersion;
import dev.telltale.jobs.terminal.Amounts;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.sql.Row;

/**
 * A report as a page. What was read, and what was not, stands before what was found: a small number
 * of findings means little without it.
 */
final class ReportPage {
  private static final int FINGERPRINT = 16;

  private ReportPage() {}

  static String html(Report report, ReportedLake lake) {
    return Pages.html(
        new Document(
            "What the telemetry gives away",
            "Lake "
                + report.lake()
                + ", as of "
                + report.made()
                + " UTC. "
                + (report.run().runs() == 0
                    ? "No run has finished."
                    : "Last run "
                        + report.run().runId()
                        + " of "
                        + Amounts.count(report.run().runs())
                        + ", finished "
                        + report.run().finished()
                        + "."),
            warnings(report),
            tiles(report),
            ReportSections.of(report),
            rows(report, lake),
            "Made by Telltale "
                + ProductVersion.text()
                + " under the rules "
                + report.run().ruleSet()
                + " with the fingerprint key "
                + report.run().keyId()
                + ". Times are UTC. Sensitive values are in neither the lake nor this page:"
                + " what looks like one is its mask."));
  }

  private static List<String> warnings(Report report) {
    List<String> warnings = new ArrayList<>();
    if (report.closed() > 0) {
      warnings.add(
          Amounts.count(report.closed(), "object")
              + " could not be read at all at the last try. What they hold is not in this report.");
    }
    if (report.unread() > 0) {
      warnings.add(
          Amounts.bytes(report.unread())
              + " of the objects that were read were not looked at. Findings may be missing.");
    }
    return warnings;
  }

  private static List<Tile> tiles(Report report) {
    long grave = report.placesOf("critical") + report.placesOf("high");
    return List.of(
        new Tile(
            "Coverage",
            report.coveredText(),
            "of "
                + Amounts.bytes(report.unpacked())
                + " unpacked, in "
                + Amounts.count(report.objectsListed(), "object")),
        new Tile(
            "Not read",
            Amounts.count(report.closed()),
            "objects, and "
                + Amounts.bytes(report.unread())
                + " of others; "
                + Amounts.count(
                    report.faults().stream().mapToLong(FaultCount::objects).sum(), "object")
                + " with faults"),
        new Tile(
            "Values found",
            Amounts.count(report.valueCount()),
            "at "
                + Amounts.count(report.placeCount(), "place")
                + " in "
                + Amounts.count(report.objectCount(), "object")),
        new Tile("Critical or high", Amounts.count(grave), "places"),
        new Tile(
            "In several types",
            Amounts.count(report.severalTypes()),
            "values that more than one telemetry type gives away"));
  }

  private static Document.EmbeddedRows rows(Report report, ReportedLake lake) {
    FindingColumns columns = new FindingColumns();
    FindingColumns.Words severity = columns.words("severity", "Severity");
    FindingColumns.Words rule = columns.words("rule", "Rule");
    FindingColumns.Words masked = columns.words("masked", "Masked value");
    FindingColumns.Words type = columns.words("telemetry_type", "Telemetry");
    FindingColumns.Words emitter = columns.words("emitter", "Sent by");
    FindingColumns.Words path = columns.words("field_path", "Field");
    FindingColumns.Words exported = columns.words("exported", "Exported");
    FindingColumns.Words object = columns.words("object", "Object");
    FindingColumns.Numbers record = columns.numbers("record", "Record");
    FindingColumns.Numbers confidence = columns.numbers("confidence", "Confidence");
    FindingColumns.Words fingerprint = columns.words("fingerprint", "Fingerprint");
    Iterator<Row> rows = lake.rows(RunLimits.MAX_REPORTED_FINDINGS);
    while (rows.hasNext()) {
      Row row = rows.next();
      severity.add(row.getAs("severity"));
      rule.add(row.getAs("rule"));
      masked.add(row.getAs("masked"));
      type.add(row.getAs("telemetry_type"));
      emitter.add(row.getAs("emitter"));
      path.add(row.getAs("field_path"));
      exported.add(ReportedLake.minutes(row.getAs("export_time")));
      object.add(lake.shownObject(row));
      record.add(row.<Long>getAs("record_index"));
      confidence.add(row.<Double>getAs("confidence"));
      String digest = row.getAs("fingerprint");
      fingerprint.add(digest.substring(0, Math.min(FINGERPRINT, digest.length())));
      columns.endRow();
    }
    return columns.embedded(report.placeCount(), RunLimits.MAX_REPORTED_BYTES);
  }
}
