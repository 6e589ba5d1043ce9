package dev.telltale.jobs.command.report.export;

import dev.telltale.jobs.terminal.PlainText;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * RFC 4180. Every cell is quoted, and a text that a spreadsheet would compute has an apostrophe
 * before it (https://owasp.org/www-community/attacks/CSV_Injection): senders choose what most cells
 * say.
 */
final class CsvExport implements FindingsExport {
  private static final String NAME = "findings.csv";

  /** Of ASCII, and the wide forms that spreadsheets take for them. */
  private static final String FORMULAS = "=+-@\uff1d\uff0b\uff0d\uff20\t\r\n";

  private final ExportContext context;
  private final OutputStream out;

  CsvExport(ExportContext context) throws IOException {
    this.context = context;
    this.out = context.folder().open(NAME);
    line(
        List.of(
            "finding_id",
            "severity",
            "rule",
            "category",
            "masked",
            "fingerprint",
            "bucket",
            "object_key",
            "version_id",
            "field_path",
            "telemetry_type",
            "emitter",
            "export_time",
            "detected_at"),
        List.of("record_index", "confidence", "deliveries"));
  }

  @Override
  public void add(ExportedFinding finding) throws IOException {
    line(
        List.of(
            finding.id(),
            finding.severity(),
            finding.rule(),
            finding.category(),
            finding.masked(),
            finding.fingerprint(),
            finding.bucket(),
            finding.objectKey(),
            finding.versionId(),
            finding.fieldPath(),
            finding.telemetryType(),
            finding.emitter(),
            finding.exported() == null ? "" : finding.exported().toString(),
            finding.detected().toString()),
        List.of(
            Long.toString(finding.recordIndex()),
            Double.toString(finding.confidence()),
            Integer.toString(finding.deliveries())));
  }

  /**
   * @param numbers our own, which no sender writes
   */
  private void line(List<String> texts, List<String> numbers) throws IOException {
    List<String> cells = new ArrayList<>();
    texts.forEach(text -> cells.add(quoted(inert(text))));
    numbers.forEach(number -> cells.add(quoted(number)));
    out.write((String.join(",", cells) + "\r\n").getBytes(StandardCharsets.UTF_8));
  }

  private static String inert(String text) {
    String start = text.stripLeading();
    boolean formula =
        !text.isEmpty()
            && (FORMULAS.indexOf(text.charAt(0)) >= 0
                || (!start.isEmpty() && FORMULAS.indexOf(start.charAt(0)) >= 0));
    return formula ? "'" + text : text;
  }

  private static String quoted(String cell) {
    return '"' + PlainText.of(cell).replace("\"", "\"\"") + '"';
  }

  @Override
  public List<String> finish() throws IOException {
    out.close();
    return List.of(context.folder().place(NAME));
  }
}
