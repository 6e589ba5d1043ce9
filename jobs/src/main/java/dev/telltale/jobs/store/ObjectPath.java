package dev.telltale.jobs.store;

import java.nio.file.Path;

/** Bucket and key of an object as a place. A bucket that starts with {@code file:} is a folder. */
public final class ObjectPath {
  private static final String LOCAL = "file://";

  private ObjectPath() {}

  public static boolean isLocal(String bucket) {
    return bucket.startsWith(LOCAL);
  }

  /** What stands in the place of a bucket for the files below a folder. */
  public static String bucketOf(Path folder) {
    return LOCAL + folder.toAbsolutePath().normalize();
  }

  /** The folder that a local bucket is. */
  public static Path folderOf(String bucket) {
    return Path.of(bucket.substring(LOCAL.length()));
  }

  /** How a person would name the object to {@code telltale inspect}. */
  public static String shown(String bucket, String key) {
    return isLocal(bucket)
        ? folderOf(bucket).resolve(key).toString()
        : "s3a://" + bucket + "/" + key;
  }
}
