package dev.telltale.jobs.scan;

import dev.telltale.jobs.plan.Manifest;
import dev.telltale.jobs.settings.ProductVersion;
import dev.telltale.jobs.tables.LakeTable;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;

/** The row of a finished run. */
final class RunRow {
  private RunRow() {}

  static Dataset<Row> of(
      SparkSession spark,
      Manifest manifest,
      RunTotals totals,
      Instant finished,
      double coreSeconds) {
    Row row =
        RowFactory.create(
            manifest.run().runId(),
            Timestamp.from(manifest.run().startedAt()),
            Timestamp.from(finished),
            String.join(", ", manifest.sources()),
            manifest.run().ruleSet(),
            manifest.settingsHash(),
            manifest.fingerprintKeyId(),
            manifest.listed(),
            manifest.deleteMarkers(),
            totals.objects(),
            totals.partial(),
            totals.refused(),
            totals.unreadable(),
            totals.vanished(),
            totals.bytesRead(),
            totals.bytesUnpacked(),
            totals.bytesUnread(),
            totals.records(),
            totals.findings(),
            totals.suppressed(),
            totals.faults(),
            totals.coverage(),
            coreSeconds,
            ProductVersion.text());
    return spark.createDataFrame(List.of(row), LakeTable.RUNS.schema());
  }
}
