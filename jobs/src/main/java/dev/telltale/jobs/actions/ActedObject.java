package dev.telltale.jobs.actions;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The object version that an action is about.
 *
 * @param versionId null where the bucket has no versions
 * @param etag before the action; null if it is not known
 */
public record ActedObject(
    String bucket, String key, @Nullable String versionId, @Nullable String etag) {
  public ActedObject {
    Objects.requireNonNull(bucket, "bucket");
    Objects.requireNonNull(key, "key");
  }
}
