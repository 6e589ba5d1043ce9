package dev.telltale.jobs.command.summary;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;

import dev.telltale.jobs.scan.RunTotals;
import dev.telltale.jobs.scan.ScanResult;
import dev.telltale.jobs.store.ObjectPath;
import dev.telltale.jobs.tables.Lake;
import dev.telltale.jobs.tables.LakeTable;
import dev.telltale.jobs.terminal.Amounts;
import dev.telltale.jobs.terminal.PlainText;
import dev.telltale.jobs.terminal.TextTable;
import dev.telltale.scan.FindingRow;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What a person reads after a scan. Coverage stands before every count of findings. */
public final class ScanSummary {
  private static final int MAX_WORST = 10;
  private static final int MAX_RULES = 20;

  private final Lake lake;
  private final ScanResult result;

  public ScanSummary(Lake lake, ScanResult result) {
    this.lake = lake;
    this.result = result;
  }

  /** The page. */
  public String text() {
    if (result.nothingNew()) {
      return "\nNothing new: "
          + Amounts.count(result.listed(), "object")
          + " listed, every one is in the ledger of "
          + lake.root()
          + " under these rules.\n";
    }
    StringBuilder page = new StringBuilder();
    Dataset<Row> findings =
        lake.read(LakeTable.FINDINGS)
            .where(col("run_id").isin(result.runs().toArray()).and(col("suppressed_by").isNull()))
            .cache();
    Dataset<Row> objects =
        lake.read(LakeTable.OBJECTS).where(col("run_id").isin(result.runs().toArray()));
    try {
      head(page, findings, versions(objects));
      counts(page, "Findings by severity", findings, "severity", Severities.sqlRank(), 4);
      counts(page, "Findings by telemetry type", findings, "telemetry_type", "-count(*)", 20);
      counts(page, "Findings by rule", findings, "rule", "-count(*)", MAX_RULES);
      try (MaskedKeys keys = new MaskedKeys()) {
        worst(page, findings, keys);
        faults(page, objects, keys);
      }
    } finally {
      findings.unpersist();
    }
    return page.toString();
  }

  private void head(StringBuilder page, Dataset<Row> findings, Map<String, Long> versions) {
    RunTotals totals = result.totals();
    long values = findings.select("fingerprint").distinct().count();
    double seconds = Math.max(0.001, result.reading().toMillis() / 1000.0);
    page.append("\nRun       ")
        .append(String.join(", ", result.runs()))
        .append(", lake ")
        .append(lake.root())
        .append('\n');
    page.append("Coverage  ")
        .append(Amounts.percent(totals.coverage()))
        .append(" of ")
        .append(Amounts.bytes(totals.bytesUnpacked()))
        .append(" unpacked: ")
        .append(Amounts.bytes(totals.bytesDecoded()))
        .append(" decoded, ")
        .append(Amounts.bytes(totals.bytesRawScanned()))
        .append(" scanned raw, ")
        .append(Amounts.bytes(totals.bytesUnread()))
        .append(" unread\n");
    page.append("Objects   ")
        .append(Amounts.count(result.listed()))
        .append(" listed, ")
        .append(Amounts.count(totals.objects()))
        .append(" new: ")
        .append(Amounts.count(totals.read()))
        .append(" scanned, ")
        .append(Amounts.count(totals.partial()))
        .append(" partial, ")
        .append(Amounts.count(totals.refused()))
        .append(" refused, ")
        .append(Amounts.count(totals.unreadable()))
        .append(" unreadable, ")
        .append(Amounts.count(totals.vanished()))
        .append(" vanished\n");
    if (result.deleteMarkers() > 0 || !versions.keySet().equals(Set.of("current"))) {
      page.append("Versions  ")
          .append(Amounts.count(versions.getOrDefault("noncurrent", 0L)))
          .append(" noncurrent, ")
          .append(Amounts.count(versions.getOrDefault("deleted", 0L)))
          .append(" deleted and still readable, under ")
          .append(Amounts.count(result.deleteMarkers(), "delete marker"))
          .append('\n');
    }
    page.append("Records   ")
        .append(Amounts.count(totals.records()))
        .append(
            totals.recordsKept() == totals.records()
                ? ""
                : "; in the lake are the "
                    + Amounts.count(totals.recordsKept())
                    + " with findings (--findings-only)")
        .append('\n');
    page.append("Findings  ")
        .append(Amounts.count(totals.findings()))
        .append(" places of ")
        .append(Amounts.count(values, "distinct value"))
        .append(
            totals.suppressed() == 0
                ? ""
                : "; " + Amounts.count(totals.suppressed()) + " more taken out by your rule file")
        .append('\n');
    page.append("Time      ")
        .append(Amounts.time(result.wall()))
        .append(", ")
        .append(Amounts.time(result.reading()))
        .append(" of it reading and scanning, ")
        .append(Amounts.bytes((long) (totals.bytesUnpacked() / seconds)))
        .append(" unpacked a second; ")
        .append(String.format(Locale.ROOT, "%.1f core seconds in all", result.coreSeconds()))
        .append('\n');
  }

  /** Objects by the state of their version. */
  private static Map<String, Long> versions(Dataset<Row> objects) {
    Map<String, Long> versions = new TreeMap<>();
    objects
        .groupBy(coalesce(col("version_state"), lit("current")))
        .count()
        .collectAsList()
        .forEach(row -> versions.put(row.getString(0), row.getLong(1)));
    return versions;
  }

  private static void counts(
      StringBuilder page,
      String title,
      Dataset<Row> findings,
      String column,
      String order,
      int max) {
    TextTable table = TextTable.of(column.replace('_', ' '), ">places", ">values", ">objects");
    for (Row row :
        findings
            .groupBy(column)
            .agg(
                expr("count(*) AS places"),
                expr("count(DISTINCT fingerprint) AS distinct_values"),
                expr("count(DISTINCT bucket, object_key) AS objects"))
            .orderBy(expr(order.replace("count(*)", "places")), col(column))
            .limit(max)
            .collectAsList()) {
      table.row(
          row.get(0),
          Amounts.count(row.getLong(1)),
          Amounts.count(row.getLong(2)),
          Amounts.count(row.getLong(3)));
    }
    if (table.size() > 0) {
      page.append('\n').append(title).append('\n').append(table);
    }
  }

  private static void worst(StringBuilder page, Dataset<Row> findings, MaskedKeys keys) {
    StringBuilder lines = new StringBuilder();
    int number = 0;
    for (Row row :
        findings
            .groupBy("rule", "severity", "masked", "fingerprint")
            .agg(
                expr("count(*) AS places"),
                expr("max(confidence) AS confidence"),
                expr(
                    "min_by(struct(bucket, object_key, record_index, field_path), finding_id) AS place"))
            .orderBy(
                expr(Severities.sqlRank()),
                expr("-confidence"),
                expr("-places"),
                col("fingerprint"))
            .limit(MAX_WORST)
            .collectAsList()) {
      Row place = row.getStruct(6);
      number++;
      lines
          .append(
              String.format(
                  Locale.ROOT,
                  "  %2d  %-8s  %s  %s",
                  number,
                  row.getString(1),
                  row.getString(0),
                  PlainText.of(row.getString(2))))
          .append(row.getLong(4) > 1 ? "  (" + Amounts.count(row.getLong(4)) + " places)" : "")
          .append("\n      ")
          .append(PlainText.of(ObjectPath.shown(place.getString(0), keys.of(place.getString(1)))))
          .append(place.getLong(2) == FindingRow.IN_KEY ? ", its key" : "#" + place.getLong(2))
          .append("\n      ")
          .append(PlainText.of(place.getString(3)))
          .append('\n');
    }
    if (number > 0) {
      page.append("\nThe ")
          .append(number == MAX_WORST ? "ten worst values" : "worst values")
          .append('\n')
          .append(lines);
    }
  }

  private static void faults(StringBuilder page, Dataset<Row> objects, MaskedKeys keys) {
    TextTable table = TextTable.of("status", "fault", ">objects", "first object");
    for (Row row :
        objects
            .where(col("fault").isNotNull())
            .groupBy("status", "fault")
            .agg(
                expr("count(*) AS objects"),
                expr("min(concat(object_key, ' at byte ', fault_position)) AS first_object"))
            .orderBy(col("status"), col("fault"))
            .collectAsList()) {
      table.row(row.get(0), row.get(1), Amounts.count(row.getLong(2)), keys.of(row.getString(3)));
    }
    if (table.size() > 0) {
      page.append("\nObjects with faults\n").append(table);
    }
  }
}
