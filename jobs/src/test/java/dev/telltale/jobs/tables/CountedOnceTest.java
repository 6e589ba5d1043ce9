package dev.telltale.jobs.tables;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.telltale.jobs.SparkForTests;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One content delivered under two keys, another once, all of it scanned under two rule sets. */
final class CountedOnceTest {
  @TempDir private static Path folder;

  @BeforeAll
  static void scanTwice() throws IOException {
    SmallExport export =
        new SmallExport(folder)
            .log(
                "logs/2026/11/20/10/part-1-2026-11-20-10-00-00-a",
                "to ines.weber@norvikfreight.com")
            .log(
                "logs/2026/11/21/10/part-1-2026-11-21-10-00-00-b",
                "to ines.weber@norvikfreight.com")
            .log(
                "logs/2026/11/21/11/part-1-2026-11-21-11-00-00-c",
                "to jonas.falk@norvikfreight.com");
    export.scan();
    export.scan(export.lakePath(), true);
    export.lake().registerViews();
  }

  @Test
  void everyTableHoldsTheRowsOfBothScans() {
    for (LakeTable table : List.of(LakeTable.OBJECTS, LakeTable.RECORDS, LakeTable.FINDINGS)) {
      assertEquals(6, count(table.id()), table.id());
    }
  }

  @Test
  void currentViewsHoldTheLatestScanOfEachObjectVersion() {
    assertEquals(3, count("objects_current"));
    assertEquals(1, count("(SELECT DISTINCT rule_set FROM objects_current)"));
    assertEquals(3, count("records_current"));
    assertEquals(1, count("(SELECT DISTINCT run_id FROM records_current)"));
  }

  @Test
  void aFindingInDuplicateDeliveriesCountsOnceAndKeepsItsPlaces() {
    List<Row> rows =
        SparkForTests.session()
            .sql(
                "SELECT object_key, delivery_count, deliveries.object_key FROM findings_once ORDER BY object_key")
            .collectAsList();
    assertEquals(2, rows.size());
    assertEquals("logs/2026/11/20/10/part-1-2026-11-20-10-00-00-a", rows.get(0).getString(0));
    assertEquals(2, rows.get(0).getInt(1));
    assertEquals(
        List.of(
            "logs/2026/11/20/10/part-1-2026-11-20-10-00-00-a",
            "logs/2026/11/21/10/part-1-2026-11-21-10-00-00-b"),
        rows.get(0).getList(2));
    assertEquals(1, rows.get(1).getInt(1));
  }

  @Test
  void ofThePlacesOfCasesTheSameCount() {
    assertEquals(3, count("case_findings"), "every delivery");
    assertEquals(2, count("case_findings WHERE counted"));
    for (String[] sides :
        new String[][] {
          {"case_findings WHERE counted", "findings_once"},
          {"findings_once", "case_findings WHERE counted"}
        }) {
      assertEquals(
          0,
          count(
              "(SELECT finding_id, run_id FROM "
                  + sides[0]
                  + " EXCEPT ALL SELECT finding_id, run_id FROM "
                  + sides[1]
                  + ")"));
    }
  }

  private static long count(String table) {
    return SparkForTests.session().sql("SELECT count(*) FROM " + table).first().getLong(0);
  }
}
