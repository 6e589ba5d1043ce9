package dev.telltale.jobs.erasure;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * What became of one version, marker or upload.
 *
 * @param kind version, marker or upload
 * @param versionId of the version or marker; of an upload its id
 * @param outcome what happened
 * @param reason why, where it did not go
 * @param newVersionId of the object that took its place; null for none
 * @param newEtag of the object that took its place; empty for none
 * @param leaves that were replaced
 */
public record ErasureResult(
    String bucket,
    String key,
    String kind,
    @Nullable String versionId,
    String etag,
    Outcome outcome,
    String reason,
    @Nullable String newVersionId,
    String newEtag,
    long leaves)
    implements Serializable {
  /** What can happen. */
  public enum Outcome {
    /** It is gone by this call. */
    ERASED,
    /** It was gone before: by an earlier call, its owner, or the lifecycle. */
    GONE,
    /** It is still there. */
    SURVIVED
  }

  public boolean survived() {
    return outcome == Outcome.SURVIVED;
  }
}
