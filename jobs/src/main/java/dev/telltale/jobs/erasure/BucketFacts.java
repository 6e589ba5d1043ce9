package dev.telltale.jobs.erasure;

import java.util.List;

/**
 * What a bucket's settings mean for an erasure. What nobody may see is {@code unknown}, never
 * {@code no}.
 *
 * @param versioning enabled, suspended, never, unknown, or none for a folder
 * @param mfaDelete yes, no or unknown
 * @param objectLock no, unknown, or yes with the default retention
 * @param lifecycle sentences; one that says unknown where they cannot be read
 * @param replication where copies go, as sentences
 * @param traces what else keeps keys or content, as sentences
 */
public record BucketFacts(
    String bucket,
    String versioning,
    String mfaDelete,
    String objectLock,
    List<String> lifecycle,
    List<String> replication,
    List<String> traces) {
  public BucketFacts {
    lifecycle = List.copyOf(lifecycle);
    replication = List.copyOf(replication);
    traces = List.copyOf(traces);
  }

  /** A bucket that nobody asked. */
  public static BucketFacts unknown(String bucket) {
    String unknown = PlannedVersion.UNKNOWN;
    return new BucketFacts(
        bucket, unknown, unknown, unknown, List.of(unknown), List.of(unknown), List.of(unknown));
  }

  /** A folder on a disk, which has none of it. */
  public static BucketFacts folder(String bucket) {
    return new BucketFacts(
        bucket,
        PlannedVersion.NO_LOCK,
        "no",
        "no",
        List.of(),
        List.of(),
        List.of("snapshots and backups of the disk"));
  }

  public boolean needsMfa() {
    return mfaDelete.equals("yes");
  }
}
