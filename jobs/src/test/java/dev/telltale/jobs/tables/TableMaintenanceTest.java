package dev.telltale.jobs.tables;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.telltale.jobs.SparkForTests;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Findings of four hourly runs that each touch two days. */
final class TableMaintenanceTest {
  private static final int HOURS = 4;

  private final SparkSession spark = SparkForTests.session();
  @TempDir private Path folder;
  private Lake lake;
  private TableMaintenance care;

  @BeforeEach
  void writeHourByHour() {
    lake = new Lake(spark, folder.toString());
    new TableSetup(spark, lake.root(), LakeTable.FINDINGS).bringUpToDate();
    for (int hour = 0; hour < HOURS; hour++) {
      lake.append(
          LakeTable.FINDINGS,
          spark
              .range(20)
              .selectExpr(
                  "concat('f', id, '-" + hour + "') AS finding_id",
                  "concat('rule.', id % 3) AS rule",
                  "'o''clock' AS object_key",
                  "sha2(concat(id, '-" + hour + "'), 256) AS fingerprint",
                  "IF(id % 2 = 0, DATE'2026-11-20', DATE'2026-11-21') AS export_date")
              .unionByName(spark.createDataFrame(List.of(), LakeTable.FINDINGS.schema()), true),
          "run-" + hour,
          0);
    }
    care = new TableMaintenance(spark, lake, LakeTable.FINDINGS);
  }

  @Test
  void smallFilesOfAPartitionAreJoinedAndTheRowsStayWhatTheyWere() throws IOException {
    Set<String> before = rows();
    TableSize hourly = care.size();
    assertEquals(2 * HOURS, hourly.files());
    assertEquals(2 * HOURS, hourly.small());
    care.compact();
    TableSize joined = care.size();
    assertEquals(2, joined.files());
    assertEquals(0, joined.small());
    assertTrue(joined.bytes() < hourly.bytes(), joined + " after " + hourly);
    assertEquals(before, rows());
    care.compact();
    assertEquals(joined, care.size());
  }

  @Test
  void filesOfOldVersionsAreDeletedOnceTheirRetentionIsOver() throws IOException {
    care.compact();
    Set<String> before = rows();
    assertEquals(0, care.unused(Duration.ofDays(1)));
    care.vacuum(Duration.ofDays(1));
    assertTrue(care.size().stored() > 1.5 * care.size().bytes(), care.size().toString());
    assertEquals(2 * HOURS, care.unused(Duration.ZERO));
    care.vacuum(Duration.ZERO);
    assertTrue(care.size().stored() < 1.1 * care.size().bytes(), care.size().toString());
    assertEquals(before, rows());
  }

  @Test
  void largePartitionsAreOrderedByWhatQueriesAskFor() throws IOException {
    Set<String> before = rows();
    care.order();
    assertEquals(2, care.size().files());
    assertEquals(before, rows());
    List<List<JsonNode>> commits = DeltaLogLines.commits(folder.toString(), LakeTable.FINDINGS);
    String parameters =
        commits.get(commits.size() - 1).stream()
            .filter(action -> action.has("commitInfo"))
            .map(action -> action.get("commitInfo").get("operationParameters").toString())
            .findFirst()
            .orElseThrow();
    assertTrue(parameters.contains("rule") && parameters.contains("fingerprint"), parameters);
    assertTrue(parameters.contains("2026-11-21"), parameters);
  }

  @Test
  void rewrittenFilesHaveStatisticsOfTheSameColumnsOnly() throws IOException {
    care.compact();
    List<List<JsonNode>> commits = DeltaLogLines.commits(folder.toString(), LakeTable.FINDINGS);
    Set<String> columns = new TreeSet<>();
    for (JsonNode add : DeltaLogLines.added(commits.get(commits.size() - 1))) {
      DeltaLogLines.statistics(add).get("nullCount").fieldNames().forEachRemaining(columns::add);
    }
    assertEquals(new TreeSet<>(LakeTable.FINDINGS.statistics()), columns);
  }

  private Set<String> rows() {
    Set<String> rows = new TreeSet<>();
    for (Row row : lake.read(LakeTable.FINDINGS).collectAsList()) {
      rows.add(row.toString());
    }
    return rows;
  }
}
