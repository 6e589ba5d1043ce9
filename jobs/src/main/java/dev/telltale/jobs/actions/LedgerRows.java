package dev.telltale.jobs.actions;

import dev.telltale.jobs.tables.LakeTable;
import java.sql.Timestamp;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/** Rows of the table {@code actions}, and back. */
final class LedgerRows {
  /** The row that the new ones follow; it is not stored, they carry it while they are appended. */
  static final String BASE = "base_hash";

  static final StructType TYPE = LakeTable.ACTIONS.schema().add(BASE, "string");

  private LedgerRows() {}

  static Row of(LedgerRow row, String base) {
    Action action = row.action();
    ActedObject object = action.object();
    return RowFactory.create(
        row.sequence(),
        Timestamp.from(row.at()),
        row.who(),
        action.kind().id(),
        action.result().id(),
        action.planHash(),
        action.caseIds().toArray(String[]::new),
        object == null ? null : object.bucket(),
        object == null ? null : object.key(),
        object == null ? null : object.versionId(),
        object == null ? null : object.etag(),
        action.details(),
        row.canonical(),
        row.previousHash(),
        row.rowHash(),
        base);
  }

  /** Null where a column holds what no program of this kind writes. */
  static @Nullable LedgerRow read(Row row) {
    try {
      return new LedgerRow(
          row.<Long>getAs("sequence"),
          row.<Timestamp>getAs("at").toInstant(),
          row.getAs("who"),
          action(row),
          row.getAs("canonical"),
          row.getAs("previous_hash"),
          row.getAs("row_hash"));
    } catch (IllegalArgumentException | NullPointerException changed) {
      return null;
    }
  }

  private static Action action(Row row) {
    List<String> caseIds = row.getList(row.fieldIndex("case_ids"));
    Map<String, String> details = row.getJavaMap(row.fieldIndex("details"));
    return new Action(
        kind(row.getAs("what")),
        result(row.getAs("result")),
        caseIds,
        row.getAs("plan_hash"),
        row.isNullAt(row.fieldIndex("bucket"))
            ? null
            : new ActedObject(
                row.getAs("bucket"),
                row.getAs("object_key"),
                row.getAs("version_id"),
                row.getAs("etag")),
        details);
  }

  private static ActionKind kind(String what) {
    return ActionKind.valueOf(what.toUpperCase(Locale.ROOT));
  }

  private static ActionResult result(String result) {
    return ActionResult.valueOf(result.toUpperCase(Locale.ROOT));
  }
}
