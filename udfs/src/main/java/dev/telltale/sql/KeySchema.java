package dev.telltale.sql;

import dev.telltale.listing.ObjectKey;
import java.sql.Date;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** What the key of an object says, as a SQL row. */
final class KeySchema {
  static final StructType TYPE =
      new StructType()
          .add("layout", DataTypes.StringType, false)
          .add("telemetry_type", DataTypes.StringType, false)
          .add("stream", DataTypes.StringType, true)
          .add("export_time", DataTypes.TimestampType, true)
          .add("export_date", DataTypes.DateType, true)
          .add("failed_output", DataTypes.BooleanType, false);

  private KeySchema() {}

  static Row of(ObjectKey key) {
    return RowFactory.create(
        key.layout().id(),
        key.telemetryType().id(),
        key.stream(),
        SqlTimes.timestamp(key.exportTime()),
        key.exportDate() == null ? null : Date.valueOf(key.exportDate()),
        key.failedOutput());
  }
}
