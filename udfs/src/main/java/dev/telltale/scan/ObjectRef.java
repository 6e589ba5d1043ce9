package dev.telltale.scan;

import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;

/**
 * One object version as it was listed. What a task needs to read it and to notice that it changed
 * since.
 *
 * @param bucket the bucket, or the root folder for local files
 * @param key inside the bucket
 * @param versionId null where the bucket has no versions or the listing does not say
 * @param etag without quotes; for local files made of length and modification time
 * @param size stored bytes
 * @param storageClass as the store names it, such as {@code GLACIER}; null where it does not say
 */
public record ObjectRef(
    String bucket,
    String key,
    String versionId,
    String etag,
    long size,
    Instant lastModified,
    VersionState versionState,
    String storageClass)
    implements Serializable {
  public ObjectRef {
    Objects.requireNonNull(bucket, "bucket");
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(etag, "etag");
    Objects.requireNonNull(lastModified, "lastModified");
    Objects.requireNonNull(versionState, "versionState");
  }

  /** The current version, in a storage class that the store did not give. */
  public ObjectRef(
      String bucket, String key, String versionId, String etag, long size, Instant lastModified) {
    this(bucket, key, versionId, etag, size, lastModified, VersionState.CURRENT, null);
  }
}
