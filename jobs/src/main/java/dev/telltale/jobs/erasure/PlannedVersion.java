package dev.telltale.jobs.erasure;

import java.io.Serializable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One version of an object, and what is to become of it.
 *
 * @param versionId that the store gave it; null where it gives none
 * @param lakeVersionId as the rows of the lake name it; null where the listing of the scan had none
 * @param etag without quotes; empty where it is not known
 * @param state current, noncurrent, deleted (under a delete marker), gone or unscanned
 * @param reason why this and nothing else
 * @param records that the object holds
 * @param targetRecords of these, records with a target
 * @param leaves places of targets
 * @param storageClass as the store names it; null where it does not say
 * @param lock {@code none}, {@code unknown}, or what keeps the version: retention mode with its
 *     date, legal hold
 */
public record PlannedVersion(
    @Nullable String versionId,
    @Nullable String lakeVersionId,
    String etag,
    long size,
    String state,
    PlannedAction action,
    String reason,
    long records,
    long targetRecords,
    long leaves,
    @Nullable String storageClass,
    String lock)
    implements Serializable {
  /** What is said of a lock that nobody may see. */
  public static final String UNKNOWN = "unknown";

  public static final String NO_LOCK = "none";

  public PlannedVersion {
    Objects.requireNonNull(etag, "etag");
    Objects.requireNonNull(state, "state");
    Objects.requireNonNull(action, "action");
    Objects.requireNonNull(reason, "reason");
    Objects.requireNonNull(lock, "lock");
  }

  /** The records without a target that a deletion would lose, as a share of all. */
  public double collateral() {
    return records == 0 ? 0 : (double) (records - targetRecords) / records;
  }

  /** The same version under another decision. */
  public PlannedVersion with(PlannedAction other, String why) {
    return new PlannedVersion(
        versionId,
        lakeVersionId,
        etag,
        size,
        state,
        other,
        why,
        records,
        targetRecords,
        leaves,
        storageClass,
        lock);
  }

  public boolean isCurrent() {
    return state.equals("current");
  }

  /** Whether Object Lock or a legal hold is known to keep it. */
  public boolean isLocked() {
    return !lock.equals(NO_LOCK) && !lock.equals(UNKNOWN);
  }
}
