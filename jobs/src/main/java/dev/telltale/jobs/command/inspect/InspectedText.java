package dev.telltale.jobs.command.inspect;

import dev.telltale.detection.finding.Finding;
import dev.telltale.fault.Fault;
import dev.telltale.jobs.limit.RunLimits;
import dev.telltale.jobs.terminal.Amounts;
import dev.telltale.jobs.terminal.PlainText;
import dev.telltale.jobs.terminal.TextTable;
import dev.telltale.scan.FindingRow;
import dev.telltale.scan.ObjectRow;
import dev.telltale.scan.ObjectRows;
import dev.telltale.scan.RecordRow;
import dev.telltale.scan.ScanRow;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One object as a person reads it: its records as they come, then its findings, then what became of
 * its bytes.
 */
final class InspectedText {
  private static final int MAX_BODY = 600;

  private final String name;
  private final int max;
  private final boolean verbose;
  private final InspectedLeaves leaves = new InspectedLeaves();
  private final List<FindingRow> findings = new ArrayList<>();
  private long records;

  /**
   * @param max records that are shown
   * @param verbose whether places and the formats that were considered are shown as well
   */
  InspectedText(String name, int max, boolean verbose) {
    this.name = name;
    this.max = max;
    this.verbose = verbose;
  }

  void print(ObjectRows scan, PrintStream out) {
    out.println(PlainText.of(name));
    if (verbose) {
      scan.watch(leaves);
    }
    while (scan.hasNext()) {
      ScanRow row = scan.next();
      if (row instanceof RecordRow record) {
        if (records++ < max) {
          print(record, out);
        }
      } else if (row instanceof FindingRow finding) {
        if (findings.size() < RunLimits.MAX_INSPECTED_FINDINGS) {
          findings.add(finding);
        }
      } else if (row instanceof ObjectRow object) {
        printRest(object, out);
      }
    }
  }

  private void print(RecordRow record, PrintStream out) {
    StringBuilder head = new StringBuilder();
    head.append("\n#").append(record.index()).append("  ").append(record.format());
    append(head, record.columns().eventTime());
    append(head, record.columns().severity());
    append(head, record.columns().name());
    append(head, record.columns().emitter());
    if (!record.samples().isEmpty()) {
      head.append("  ").append(Amounts.count(record.samples().size(), "sample"));
    }
    if (record.findingCount() > 0) {
      head.append("  ").append(Amounts.count(record.findingCount(), "finding"));
    }
    out.println(PlainText.of(head.toString()));
    String body = record.body();
    int end = body.offsetByCodePoints(0, Math.min(MAX_BODY, body.codePointCount(0, body.length())));
    out.println("  " + PlainText.of(body.substring(0, end)) + (end < body.length() ? " …" : ""));
    if (verbose) {
      out.println("  at " + InspectedLeaves.place(record.place()));
    }
  }

  private static void append(StringBuilder head, Object value) {
    if (value != null) {
      head.append("  ").append(value);
    }
  }

  private void printRest(ObjectRow object, PrintStream out) {
    if (records > max) {
      out.println("\n(" + Amounts.count(records - max) + " more records; --records N shows more)");
    }
    printFindings(object, out);
    out.println();
    out.println("status      " + object.status().id());
    out.println("type        " + object.telemetryType() + ", format " + object.format());
    out.println(
        "containers  "
            + (object.containers().isEmpty() ? "none" : String.join(" > ", object.containers())));
    out.println(
        "bytes       "
            + Amounts.count(object.bytesDecoded())
            + " decoded, "
            + Amounts.count(object.bytesRawScanned())
            + " scanned raw, "
            + Amounts.count(object.bytesUnread())
            + " unread");
    if (verbose) {
      leaves.print(out);
    }
    out.println("records     " + Amounts.count(object.recordCount()));
    out.println(
        "findings    "
            + Amounts.count(object.findingCount())
            + (object.suppressedCount() == 0
                ? ""
                : ", and " + Amounts.count(object.suppressedCount()) + " suppressed, in brackets"));
    for (Fault fault : object.faults()) {
      out.println(
          "fault       "
              + fault.kind().id()
              + " at byte "
              + Amounts.count(fault.position())
              + (fault.layer() == 0 ? "" : " of layer " + fault.layer()));
    }
    if (object.faultCount() > object.faults().size()) {
      out.println(
          "            and "
              + Amounts.count(object.faultCount() - object.faults().size())
              + " more");
    }
  }

  private void printFindings(ObjectRow object, PrintStream out) {
    if (findings.isEmpty()) {
      return;
    }
    TextTable table = TextTable.of("severity", "rule", "masked", ">conf", ">record", "path");
    for (FindingRow row : findings) {
      Finding finding = row.finding();
      table.row(
          finding.isSuppressed() ? "(" + finding.severity() + ")" : finding.severity(),
          finding.rule(),
          finding.masked(),
          String.format(Locale.ROOT, "%.2f", finding.confidence()),
          record(row),
          finding.fieldPath());
    }
    out.println("\nFindings");
    out.print(table);
    if (verbose) {
      findings.forEach(row -> printEvidence(row, out));
    }
    if (object.findingCount() + object.suppressedCount() > findings.size()) {
      out.println(
          "  ("
              + Amounts.count(object.findingCount() + object.suppressedCount() - findings.size())
              + " more)");
    }
  }

  /** A finding in the key of the object stands in no record. */
  private static String record(FindingRow row) {
    return row.recordIndex() == FindingRow.IN_KEY ? "key" : Long.toString(row.recordIndex());
  }

  private static void printEvidence(FindingRow row, PrintStream out) {
    Finding finding = row.finding();
    out.println(
        PlainText.of(
            "\n  why "
                + finding.rule()
                + " "
                + finding.masked()
                + " at "
                + (row.recordIndex() == FindingRow.IN_KEY ? "" : "#")
                + record(row)
                + " "
                + finding.fieldPath()));
    finding.evidence().forEach(evidence -> out.println("    " + PlainText.of(evidence.toString())));
    if (finding.isSuppressed()) {
      out.println("    suppressed by " + finding.suppressedBy());
    }
  }
}
