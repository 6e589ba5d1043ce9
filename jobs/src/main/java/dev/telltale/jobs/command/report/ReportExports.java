package dev.telltale.jobs.command.report;

import dev.telltale.jobs.command.OutputFolder;
import dev.telltale.jobs.command.report.export.AsffAccount;
import dev.telltale.jobs.command.report.export.ExportContext;
import dev.telltale.jobs.command.report.export.ExportFormat;
import dev.telltale.jobs.command.report.export.ExportedFinding;
import dev.telltale.jobs.command.report.export.FindingsExport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.sql.Row;

/** All findings of a lake, in one pass, to every format that was asked for. */
final class ReportExports {
  private final ReportedLake lake;
  private final Report report;
  private final OutputFolder folder;
  private final AsffAccount account;

  ReportExports(ReportedLake lake, Report report, OutputFolder folder, AsffAccount account) {
    this.lake = lake;
    this.report = report;
    this.folder = folder;
    this.account = account;
  }

  /** The files that were written. */
  List<String> write(List<ExportFormat> formats) {
    if (formats.isEmpty()) {
      return List.of();
    }
    ExportContext context =
        new ExportContext(
            lake.ruleIds(),
            report.covered(),
            report.faults().stream()
                .map(each -> each.objects() + " objects: " + each.status() + " " + each.fault())
                .map(String::strip)
                .toList(),
            account,
            folder);
    List<FindingsExport> exports = new ArrayList<>();
    try {
      for (ExportFormat format : formats) {
        exports.add(format.open(context));
      }
      Iterator<Row> rows = lake.rows(Integer.MAX_VALUE);
      while (rows.hasNext()) {
        ExportedFinding finding = finding(rows.next());
        for (FindingsExport export : exports) {
          export.add(finding);
        }
      }
      List<String> files = new ArrayList<>();
      for (FindingsExport export : exports) {
        files.addAll(export.finish());
      }
      return files;
    } catch (IOException broken) {
      throw new UncheckedIOException("writing an export", broken);
    }
  }

  private ExportedFinding finding(Row row) {
    Timestamp exported = row.getAs("export_time");
    String key = lake.shownKey(row);
    return new ExportedFinding(
        row.getAs("finding_id"),
        row.getAs("rule"),
        row.getAs("category"),
        row.getAs("severity"),
        row.getAs("confidence"),
        row.getAs("fingerprint"),
        row.getAs("masked"),
        row.getAs("bucket"),
        key,
        text(row.getAs("version_id")),
        text(row.getAs("etag")),
        row.getAs("record_index"),
        row.getAs("field_path"),
        row.getAs("telemetry_type"),
        row.getAs("emitter"),
        exported == null ? null : exported.toInstant(),
        row.<Timestamp>getAs("detected_at").toInstant(),
        row.getAs("delivery_count"));
  }

  private static String text(String text) {
    return text == null ? "" : text;
  }
}
