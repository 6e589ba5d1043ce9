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
import org.apache.spark.sql.catalyst.CatalystTypeConverters;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import scala.Function1;

/**
 * A row of the scan of an object as Spark holds it: which object, and one of record, finding or
 * object.
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
          .add("object", ObjectSchema.TYPE, true)
          .add("records_kept", DataTypes.LongType, true);

  private static final Function1<Object, Object> TO_REF = converter(REF);
  private static final Function1<Object, Object> TO_FINDING = converter(FindingSchema.PLACE);
  private static final Function1<Object, Object> TO_OBJECT = converter(ObjectSchema.TYPE);

  private ScannedRow() {}

  private static Function1<Object, Object> converter(DataType type) {
    return CatalystTypeConverters.createToCatalystConverter(type);
  }

  /**
   * @param ordinal of the object in its manifest
   * @param reading of the object that the row is of; the rows that stand are of the same one as the
   *     row of the object itself
   * @param ref the object, as {@link #ref} gives it
   * @param recordsKept with the row of the object: how many of its records have a row
   */
  public static InternalRow of(
      long ordinal, int reading, InternalRow ref, ScanRow row, long recordsKept) {
    return new GenericInternalRow(
        new Object[] {
          ordinal,
          reading,
          ref,
          row instanceof RecordRow record ? RecordValues.of(record) : null,
          row instanceof FindingRow finding ? TO_FINDING.apply(FindingSchema.of(finding)) : null,
          row instanceof ObjectRow object ? TO_OBJECT.apply(ObjectSchema.of(object)) : null,
          row instanceof ObjectRow ? recordsKept : null
        });
  }

  /**
   * What all rows of an object say of it. The export time is the one in the key; objects whose key
   * has none were exported when they were written.
   */
  public static InternalRow ref(ObjectRef ref) {
    Instant inKey = ObjectKey.of(ref.key()).exportTime();
    Instant exported = inKey == null ? ref.lastModified() : inKey;
    return (InternalRow)
        TO_REF.apply(
            ObjectRefSchema.followedBy(
                ref,
                SqlTimes.timestamp(exported),
                Date.valueOf(exported.atZone(ZoneOffset.UTC).toLocalDate())));
  }
}
