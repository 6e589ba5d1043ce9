package dev.telltale.sql;

import dev.telltale.scan.ObjectRef;
import dev.telltale.scan.VersionState;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * An object reference as a SQL row: the columns of listings, of manifests and, with what the scan
 * adds, of the {@code objects} table.
 */
public final class ObjectRefSchema {
  /** The columns, the first ones wherever others follow. */
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

  private static final int KEY = TYPE.fieldIndex("object_key");
  private static final int SIZE = TYPE.fieldIndex("size");
  private static final int VERSION_STATE = TYPE.fieldIndex("version_state");
  private static final int LAST_MODIFIED = TYPE.fieldIndex("last_modified");

  private ObjectRefSchema() {}

  /** A row of {@link #TYPE}. */
  public static Row of(ObjectRef ref) {
    return RowFactory.create(values(ref));
  }

  /** A row of {@link #TYPE} with columns after it. */
  public static Row followedBy(ObjectRef ref, Object... more) {
    Object[] values = Arrays.copyOf(values(ref), TYPE.length() + more.length);
    System.arraycopy(more, 0, values, TYPE.length(), more.length);
    return RowFactory.create(values);
  }

  /** A row of {@link #TYPE} with another version state than those of {@link VersionState}. */
  public static Row inState(String versionState, ObjectRef ref) {
    Object[] values = values(ref);
    values[VERSION_STATE] = versionState;
    return RowFactory.create(values);
  }

  private static Object[] values(ObjectRef ref) {
    return new Object[] {
      ref.bucket(),
      ref.key(),
      ref.versionId(),
      ref.etag(),
      ref.size(),
      Timestamp.from(ref.lastModified()),
      ref.versionState().id(),
      ref.storageClass()
    };
  }

  /**
   * @param row whose first columns are those of {@link #TYPE}, and whose version state is one of
   *     {@link VersionState}
   */
  public static ObjectRef ref(Row row) {
    return new ObjectRef(
        row.getString(0),
        key(row),
        row.getString(2),
        row.getString(3),
        size(row),
        lastModified(row),
        VersionState.of(row.getString(VERSION_STATE)),
        row.getString(7));
  }

  public static String key(Row row) {
    return row.getString(KEY);
  }

  /** Stored bytes. */
  public static long size(Row row) {
    return row.getLong(SIZE);
  }

  public static Instant lastModified(Row row) {
    return row.getTimestamp(LAST_MODIFIED).toInstant();
  }
}
