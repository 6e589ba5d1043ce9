package dev.telltale.jobs.listing;

import dev.telltale.scan.ObjectRef;
import java.sql.Timestamp;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** A listed object as a SQL row. */
public final class ListedRow {
  public static final StructType TYPE =
      new StructType()
          .add("bucket", DataTypes.StringType, false)
          .add("object_key", DataTypes.StringType, false)
          .add("version_id", DataTypes.StringType, true)
          .add("etag", DataTypes.StringType, false)
          .add("size", DataTypes.LongType, false)
          .add("last_modified", DataTypes.TimestampType, false);

  private ListedRow() {}

  public static Row of(ObjectRef object) {
    return RowFactory.create(
        object.bucket(),
        object.key(),
        object.versionId(),
        object.etag(),
        object.size(),
        Timestamp.from(object.lastModified()));
  }

  /**
   * @param row whose first columns are those of {@link #TYPE}
   */
  public static ObjectRef ref(Row row) {
    return new ObjectRef(
        row.getString(0),
        row.getString(1),
        row.getString(2),
        row.getString(3),
        row.getLong(4),
        row.getTimestamp(5).toInstant());
  }
}
