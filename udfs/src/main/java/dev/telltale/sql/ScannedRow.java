package dev.telltale.sql;

import dev.telltale.listing.ObjectKey;
import dev.telltale.scan.FindingRow;
import dev.telltale.scan.ObjectRef;
import dev.telltale.scan.ObjectRow;
import dev.telltale.scan.RecordRow;
import dev.telltale.scan.ScanRow;
import java.sql.Date;
import java.time.Instant;
import java.time.ZoneOffset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * A row of the scan of an object as a SQL row: which object, and one of record, finding or object.
 */
public final class ScannedRow {
  private static final StructType REF =
      ObjectRefSchema.TYPE
          .add("export_time", DataTypes.TimestampType, false)
          .add("export_date", DataTypes.DateType, false);

  public static final StructType TYPE =
      new StructType()
          .add("ordinal", DataTypes.LongType, false)
          .add("reading", DataTypes.IntegerType, false)
          .add("ref", REF, false)
          .add("record", RecordSchema.TYPE, true)
          .add("finding", FindingSchema.PLACE, true)
          .add("object", ObjectSchema.TYPE, true);

  private ScannedRow() {}

  /**
   * @param ordinal of the object in its manifest
   * @param reading of the object that the row is of; the rows that stand are of the same one as the
   *     row of the object itself
   */
  public static Row of(long ordinal, int reading, ObjectRef ref, ScanRow row) {
    return RowFactory.create(
        ordinal,
        reading,
        ref(ref),
        row instanceof RecordRow record ? RecordSchema.of(record) : null,
        row instanceof FindingRow finding ? FindingSchema.of(finding) : null,
        row instanceof ObjectRow object ? ObjectSchema.of(object) : null);
  }

  /**
   * The export time is the one in the key; objects whose key has none were exported when they were
   * written.
   */
  private static Row ref(ObjectRef ref) {
    Instant inKey = ObjectKey.of(ref.key()).exportTime();
    Instant exported = inKey == null ? ref.lastModified() : inKey;
    return ObjectRefSchema.followedBy(
        ref,
        SqlTimes.timestamp(exported),
        Date.valueOf(exported.atZone(ZoneOffset.UTC).toLocalDate()));
  }
}
