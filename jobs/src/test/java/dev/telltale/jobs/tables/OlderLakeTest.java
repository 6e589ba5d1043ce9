package dev.telltale.jobs.tables;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.telltale.jobs.SparkForTests;
import dev.telltale.jobs.settings.UserMistake;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables as an older program would have left them: with fewer columns, and no property set. */
final class OlderLakeTest {
  private static final Map<LakeTable, String[]> LATER_COLUMNS =
      Map.of(
          LakeTable.RECORDS, new String[] {"layers", "byte_offset", "byte_length"},
          LakeTable.FINDINGS, new String[] {"suppressed_by", "value_offset", "value_length"},
          LakeTable.OBJECTS,
              new String[] {"faults", "fault_count", "suppressed_count", "records_kept"},
          LakeTable.RUNS, new String[] {"suppressed"});

  @TempDir private static Path folder;

  private static SparkSession spark;
  private static SmallExport export;
  private static String older;

  @BeforeAll
  static void makeAnOlderLake() throws IOException {
    spark = SparkForTests.session();
    export =
        new SmallExport(folder)
            .log(
                "logs/2026/11/20/10/part-1-2026-11-20-10-00-00-a",
                "to ines.weber@norvikfreight.com");
    export.scan();
    older = folder.resolve("older").toString();
    for (LakeTable table : LATER_COLUMNS.keySet()) {
      export
          .lake()
          .read(table)
          .drop(LATER_COLUMNS.get(table))
          .write()
          .format("delta")
          .partitionBy(table.partitions().toArray(String[]::new))
          .save(older + "/" + table.id());
    }
  }

  @Test
  void anOlderLakeIsReadAsItIsAndThenWrittenByThisProgram() throws IOException {
    Lake lake = new Lake(spark, older);
    lake.registerViews();
    assertEquals(1, count("findings_once"));
    assertEquals(1, count("logs WHERE message LIKE '%telltale:pii.email%'"));
    assertEquals(1, count("records WHERE layers IS NULL"));
    assertEquals(0, count("actions"), "a table that older lakes do not have");
    export.log(
        "logs/2026/11/21/10/part-1-2026-11-21-10-00-00-b", "to jonas.falk@norvikfreight.com");
    assertEquals(1, export.scan(older, false).totals().objects());
    lake.registerViews();
    assertEquals(2, count("findings_once"));
    assertEquals(1, count("records WHERE layers IS NULL AND byte_length IS NULL"));
    assertEquals(1, count("records WHERE layers IS NOT NULL AND byte_length > 0"));
    assertEquals(1, count("objects WHERE faults IS NULL AND export_date = '2026-11-20'"));
    for (LakeTable table : LakeTable.values()) {
      assertEquals(
          TableProperties.of(table), new TableSetup(spark, older, table).properties(), table.id());
    }
    long version = version();
    lake.create();
    assertEquals(version, version(), "an up-to-date lake is left alone");
  }

  @Test
  void aLakeOfANewerProgramIsAMistake() {
    String newer = folder.resolve("newer").toString();
    Lake lake = new Lake(spark, newer);
    lake.create();
    spark.sql(
        "ALTER TABLE delta.`"
            + lake.path(LakeTable.OBJECTS)
            + "` SET TBLPROPERTIES ('telltale.lakeFormat' = '2')");
    for (UserMistake mistake :
        new UserMistake[] {
          assertThrows(UserMistake.class, lake::create),
          assertThrows(UserMistake.class, lake::registerViews)
        }) {
      assertTrue(
          mistake.getMessage().contains("written by a newer Telltale"), mistake.getMessage());
      assertTrue(mistake.getMessage().contains("format 2; this program knows format 1"));
    }
  }

  @Test
  void aTableWithAColumnOfAnotherTypeIsAMistake() {
    String strange = folder.resolve("strange").toString();
    spark
        .sql("SELECT 'x' AS record_index, DATE'2026-11-20' AS export_date")
        .write()
        .format("delta")
        .save(strange + "/records");
    UserMistake mistake = assertThrows(UserMistake.class, () -> new Lake(spark, strange).create());
    assertTrue(mistake.getMessage().contains("was not created by Telltale"), mistake.getMessage());
  }

  private static long version() {
    return io.delta.tables.DeltaTable.forPath(spark, older + "/objects")
        .history(1)
        .select("version")
        .first()
        .getLong(0);
  }

  private static long count(String table) {
    return spark.sql("SELECT count(*) FROM " + table).first().getLong(0);
  }
}
