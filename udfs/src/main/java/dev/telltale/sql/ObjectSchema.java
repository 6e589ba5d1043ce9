package dev.telltale.sql;

import dev.telltale.fault.Fault;
import dev.telltale.scan.ObjectRow;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** What became of an object, as a SQL row. */
public final class ObjectSchema {
  private static final StructType FAULT =
      new StructType()
          .add("kind", DataTypes.StringType, false)
          .add("layer", DataTypes.IntegerType, false)
          .add("position", DataTypes.LongType, false);

  /** The columns of an object that its scan gives. */
  public static final StructType TYPE =
      new StructType()
          .add("telemetry_type", DataTypes.StringType, false)
          .add("format", DataTypes.StringType, false)
          .add("containers", new ArrayType(DataTypes.StringType, false), false)
          .add("status", DataTypes.StringType, false)
          .add("fault", DataTypes.StringType, true)
          .add("fault_position", DataTypes.LongType, true)
          .add("faults", new ArrayType(FAULT, false), false)
          .add("fault_count", DataTypes.LongType, false)
          .add("bytes_decoded", DataTypes.LongType, false)
          .add("bytes_raw_scanned", DataTypes.LongType, false)
          .add("bytes_unread", DataTypes.LongType, false)
          .add("record_count", DataTypes.LongType, false)
          .add("finding_count", DataTypes.LongType, false)
          .add("suppressed_count", DataTypes.LongType, false)
          .add("content_sha256", DataTypes.StringType, true);

  private ObjectSchema() {}

  public static Row of(ObjectRow object) {
    Object[] faults = object.faults().stream().map(ObjectSchema::fault).toArray();
    return RowFactory.create(
        object.telemetryType(),
        object.format(),
        object.containers().toArray(),
        object.status().id(),
        object.fault() == null ? null : object.fault().kind().id(),
        object.fault() == null ? null : object.fault().position(),
        faults,
        object.faultCount(),
        object.bytesDecoded(),
        object.bytesRawScanned(),
        object.bytesUnread(),
        object.recordCount(),
        object.findingCount(),
        object.suppressedCount(),
        object.contentSha256());
  }

  private static Row fault(Fault fault) {
    return RowFactory.create(fault.kind().id(), fault.layer(), fault.position());
  }
}
