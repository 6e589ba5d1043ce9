package dev.telltale.jobs.tables;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.telltale.jobs.SparkForTests;
import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A ledger with rows is never passed over, also where its first version has them. */
final class UntouchedTableTest {
  private static final SparkSession SPARK = SparkForTests.session();
  private static final String ROW =
      "SELECT 'b' AS bucket, 'k' AS object_key, 'e' AS etag, DATE'2026-04-30' AS export_date,"
          + " 'scanned' AS status, 'rules' AS rule_set, 'run' AS run_id";

  @TempDir private Path folder;

  @Test
  void aTableThatWasOnlyMadeIsUntouched() {
    Lake lake = new Lake(SPARK, folder.resolve("lake").toString());
    lake.create();
    assertTrue(lake.isUntouched(LakeTable.OBJECTS));
    assertEquals(0, lake.read(LakeTable.OBJECTS).count());
    assertEquals(
        new Ledger.Before(0, false, false), new Ledger(SPARK, lake).before("rules", "run"));
  }

  @Test
  void aCopyThatBeginsWithRowsIsNot() {
    Lake lake = new Lake(SPARK, folder.resolve("copy").toString());
    SPARK
        .sql(ROW)
        .write()
        .format("delta")
        .partitionBy("export_date")
        .save(lake.path(LakeTable.OBJECTS));
    lake.create();
    assertFalse(lake.isUntouched(LakeTable.OBJECTS));
  }

  @Test
  void theFirstVersionOfACopyHasRows() {
    Lake lake = new Lake(SPARK, folder.resolve("first").toString());
    SPARK.sql(ROW).write().format("delta").save(lake.path(LakeTable.OBJECTS));
    assertFalse(lake.isUntouched(LakeTable.OBJECTS));
  }
}
