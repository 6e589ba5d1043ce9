package dev.telltale.jobs.listing;

import static org.apache.spark.sql.functions.col;

import dev.telltale.scan.ObjectRef;
import dev.telltale.sql.ObjectRefSchema;
import java.time.Instant;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;

/** A row of a listing: an object, or a delete marker in the form of one. */
public final class ListedRow {
  /** The columns, those of an object reference. */
  public static final StructType TYPE = ObjectRefSchema.TYPE;

  /** The {@code version_state} of a row that is no object: it has no bytes to read. */
  static final String DELETE_MARKER = "delete-marker";

  private ListedRow() {}

  static Row deleteMarker(String bucket, String key, String versionId, Instant lastModified) {
    return ObjectRefSchema.inState(
        DELETE_MARKER, new ObjectRef(bucket, key, versionId, "", 0, lastModified));
  }

  /** True for the rows that say no more than that a key was deleted. */
  public static Column isDeleteMarker() {
    return col("version_state").equalTo(DELETE_MARKER);
  }
}
