package dev.telltale.jobs.listing;

import static org.apache.spark.sql.functions.col;

import dev.telltale.scan.ObjectRef;
import dev.telltale.scan.VersionState;
import java.sql.Timestamp;
import java.time.Instant;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** A listed object, or a delete marker, as a SQL row. */
public final class ListedRow {
  public static final StructType TYPE =
      new StructType()
          .add("bucket", DataTypes.StringType, false)
          .add("object_key", DataTypes.StringType, false)
          .add("version_id", DataTypes.StringType, true)
          .add("etag", DataTypes.StringType, false)
          .add("size", DataTypes.LongType, false)
          .add("last_modified", DataTypes.TimestampType, false)
          .add("version_state", DataTypes.StringType, false)
          .add("storage_class", DataTypes.StringType, true);

  /** The {@code version_state} of a row that is no object: it has no bytes to read. */
  static final String DELETE_MARKER = "delete-marker";

  private ListedRow() {}

  public static Row of(ObjectRef object) {
    return RowFactory.create(
        object.bucket(),
        object.key(),
        object.versionId(),
        object.etag(),
        object.size(),
        Timestamp.from(object.lastModified()),
        object.versionState().id(),
        object.storageClass());
  }

  static Row deleteMarker(String bucket, String key, String versionId, Instant lastModified) {
    return RowFactory.create(
        bucket, key, versionId, "", 0L, Timestamp.from(lastModified), DELETE_MARKER, null);
  }

  /**
   * @param row whose first columns are those of {@link #TYPE}; no delete marker
   */
  public static ObjectRef ref(Row row) {
    return new ObjectRef(
        row.getString(0),
        row.getString(1),
        row.getString(2),
        row.getString(3),
        row.getLong(4),
        row.getTimestamp(5).toInstant(),
        VersionState.of(row.getString(6)),
        row.getString(7));
  }

  static String key(Row row) {
    return row.getString(1);
  }

  static Instant lastModified(Row row) {
    return row.getTimestamp(5).toInstant();
  }

  /** True for the rows that say no more than that a key was deleted. */
  public static Column isDeleteMarker() {
    return col("version_state").equalTo(DELETE_MARKER);
  }
}
