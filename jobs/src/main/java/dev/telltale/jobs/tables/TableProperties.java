package dev.telltale.jobs.tables;

import java.util.Map;
import java.util.TreeMap;

/**
 * The properties of a lake's tables, each set on purpose.
 *
 * @see <a href="https://docs.delta.io/latest/table-properties.html">Delta table properties</a>
 */
final class TableProperties {
  private TableProperties() {}

  static Map<String, String> of(LakeTable table) {
    Map<String, String> properties = new TreeMap<>();
    properties.put(LakeFormat.PROPERTY, Integer.toString(LakeFormat.CURRENT));
    // A vector would leave the bytes of a deleted row in a live file.
    properties.put("delta.enableDeletionVectors", "false");
    properties.put("delta.dataSkippingStatsColumns", String.join(",", table.statistics()));
    // Small runs write one file for each partition value instead of one for each task and value.
    properties.put("delta.autoOptimize.optimizeWrite", "true");
    // Compaction belongs to `telltale optimize`, not into the time of a scan.
    properties.put("delta.autoOptimize.autoCompact", "false");
    // A week to read an older version or to mend a mistake. The log goes back as far as the files
    // do: it holds statistics of rows, and has no business with rows that are gone.
    properties.put("delta.deletedFileRetentionDuration", "interval 7 days");
    properties.put("delta.logRetentionDuration", "interval 7 days");
    // What makes an append happen once. Each run leaves one for each table; nobody takes up a run
    // that was left a year ago.
    properties.put("delta.setTransactionRetentionDuration", "interval 365 days");
    // At most ten small files are read after the checkpoint; an hourly lake checkpoints each table
    // some two times a day.
    properties.put("delta.checkpointInterval", "10");
    if (table == LakeTable.ACTIONS) {
      // What was done stays written down: Delta itself refuses to delete or change a row.
      properties.put("delta.appendOnly", "true");
    }
    return properties;
  }
}
