package dev.telltale.jobs.store;

import dev.telltale.scan.ObjectRef;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;

/**
 * Between a Hadoop path and the bucket and key of an object. A bucket that starts with {@code
 * file:} is a folder.
 */
public final class ObjectPath {
  private static final String LOCAL = "file:";

  private ObjectPath() {}

  static boolean isLocal(String bucket) {
    return bucket.startsWith(LOCAL);
  }

  /** The path that opens the object. */
  static Path of(ObjectRef ref) {
    if (isLocal(ref.bucket())) {
      return new Path("file", null, new Path(ref.bucket()).toUri().getPath() + "/" + ref.key());
    }
    return new Path("s3a", ref.bucket(), "/" + ref.key());
  }

  /** How a person would name the object to {@code telltale inspect}. */
  public static String shown(String bucket, String key) {
    return isLocal(bucket)
        ? bucket.substring(LOCAL.length()).replaceFirst("^//", "") + "/" + key
        : "s3a://" + bucket + "/" + key;
  }

  /** Stands for the etag where the store has none. */
  public static String fallbackTag(FileStatus status) {
    return Long.toHexString(status.getLen()) + "-" + Long.toHexString(status.getModificationTime());
  }
}
