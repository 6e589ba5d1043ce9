package dev.telltale.jobs.tables;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.telltale.sql.ObjectRefSchema;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;

final class LakeTableTest {
  @Test
  void theLedgerHasEveryColumnOfAnObjectReference() {
    StructType ledger = LakeTable.OBJECTS.schema();
    List<StructField> missing =
        Arrays.stream(ObjectRefSchema.TYPE.fields())
            .filter(
                column ->
                    ledger.getFieldIndex(column.name()).isEmpty()
                        || !ledger.apply(column.name()).dataType().equals(column.dataType()))
            .toList();
    assertEquals(List.of(), missing);
  }
}
