package dev.telltale.jobs.tables;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.telltale.jobs.SparkForTests;
import io.delta.tables.DeltaTable;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The tables of a small scan, as Delta's log shows them. */
@ExtendWith(HourlyLogs.class)
final class ScannedLakeTest {
  /** Numbers, times and closed sets that are ours. Whoever adds a column here gives a reason. */
  private static final Map<LakeTable, Set<String>> ALLOWED =
      Map.of(
          LakeTable.RECORDS,
          Set.of(
              "format",
              "record_index",
              "byte_offset",
              "byte_length",
              "finding_count",
              "export_time",
              "run_id"),
          LakeTable.FINDINGS,
          Set.of(
              "rule",
              "category",
              "severity",
              "confidence",
              "fingerprint",
              "record_index",
              "match_start",
              "match_length",
              "value_offset",
              "value_length",
              "suppressed_by",
              "telemetry_type",
              "format",
              "export_time",
              "run_id",
              "rule_set",
              "detected_at"),
          LakeTable.OBJECTS,
          Set.of(
              "size",
              "last_modified",
              "telemetry_type",
              "format",
              "export_time",
              "status",
              "fault",
              "fault_count",
              "bytes_decoded",
              "bytes_raw_scanned",
              "bytes_unread",
              "record_count",
              "finding_count",
              "suppressed_count",
              "rule_set",
              "run_id",
              "scanned_at"),
          LakeTable.RUNS,
          Set.of("run_id", "started_at", "finished_at", "rule_set"),
          LakeTable.ACTIONS,
          Set.of("sequence", "at", "what", "result"));

  private final SmallExport export;

  ScannedLakeTest(SmallExport export) {
    this.export = export;
  }

  @Test
  void statisticsHoldNoColumnThatCouldCarryContent() throws IOException {
    for (LakeTable table : LakeTable.values()) {
      Set<String> columns = new TreeSet<>();
      for (List<JsonNode> commit : DeltaLogLines.commits(export.lakePath(), table)) {
        for (JsonNode add : DeltaLogLines.added(commit)) {
          JsonNode statistics = DeltaLogLines.statistics(add);
          for (String kind : List.of("minValues", "maxValues", "nullCount")) {
            statistics.path(kind).fieldNames().forEachRemaining(columns::add);
          }
        }
      }
      // A scan acts on nothing.
      assertEquals(table == LakeTable.ACTIONS, columns.isEmpty(), "statistics of " + table.id());
      assertTrue(ALLOWED.get(table).containsAll(table.statistics()), table.id());
      Set<String> surplus = new TreeSet<>(columns);
      surplus.removeAll(ALLOWED.get(table));
      assertEquals(Set.of(), surplus, table.id());
    }
  }

  @Test
  void aRunOfManyTasksWritesOneFileForEachPartitionValue() throws IOException {
    assertEquals(24, export.lake().read(LakeTable.OBJECTS).count());
    assertEquals(2, filesOfLastCommit(LakeTable.RECORDS));
    assertEquals(1, filesOfLastCommit(LakeTable.FINDINGS));
    assertEquals(2, filesOfLastCommit(LakeTable.OBJECTS));
    assertEquals(1, filesOfLastCommit(LakeTable.RUNS));
  }

  @Test
  void everyPropertyIsSetOnPurpose() {
    for (LakeTable table : LakeTable.values()) {
      Map<String, String> properties =
          DeltaTable.forPath(SparkForTests.session(), export.lake().path(table))
              .detail()
              .select("properties")
              .first()
              .getJavaMap(0);
      assertEquals(TableProperties.of(table), properties);
      assertEquals("interval 7 days", properties.get("delta.logRetentionDuration"));
      assertEquals("1", properties.get("telltale.lakeFormat"));
      assertTrue(table.statistics().containsAll(table.order()), "Z-order needs statistics");
    }
  }

  private int filesOfLastCommit(LakeTable table) throws IOException {
    List<List<JsonNode>> commits = DeltaLogLines.commits(export.lakePath(), table);
    return DeltaLogLines.added(commits.get(commits.size() - 1)).size();
  }
}
