package dev.telltale.jobs.listing;

import dev.telltale.jobs.store.ObjectPath;
import dev.telltale.jobs.store.S3Bucket;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Row;

/** A bucket, or a folder of a local disk, as a tree of prefixes. */
interface ObjectTree {
  static ObjectTree of(Configuration hadoop, String bucket, boolean allVersions)
      throws IOException {
    return ObjectPath.isLocal(bucket)
        ? new FolderTree(bucket)
        : new BucketTree(S3Bucket.of(hadoop, bucket), allVersions);
  }

  /**
   * What stands directly below a prefix.
   *
   * @param folders the prefixes below, each with its last slash
   * @param holdsObjects whether there are objects, or delete markers, beside the folders
   * @param whole false if the level has more entries than were looked at
   */
  record Level(List<String> folders, boolean holdsObjects, boolean whole) {}

  Level level(String prefix) throws IOException;

  /** Whether anything lies at the key or below the prefix. */
  default boolean isThere(ListingUnit unit) throws IOException {
    try {
      return rows(unit).hasNext();
    } catch (UncheckedIOException failed) {
      throw failed.getCause();
    }
  }

  /**
   * Whether so little lies below the prefix that looking for its parts costs more than it saves.
   */
  boolean isSmall(String prefix) throws IOException;

  /**
   * Rows of {@link ListedRow#TYPE}, asked for as they are taken.
   *
   * @throws UncheckedIOException from the iterator
   */
  Iterator<Row> rows(ListingUnit unit);
}
