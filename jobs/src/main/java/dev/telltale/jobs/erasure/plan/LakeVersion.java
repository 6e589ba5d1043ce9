package dev.telltale.jobs.erasure.plan;

import dev.telltale.rewriting.Obstacle;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An object version as the lake's rows tell of it.
 *
 * @param versionId null where the listing had none
 * @param state as of the last scan
 * @param targetRecords records with a target; 0 where it has none
 * @param leaves places of targets
 * @param inKey whether a target is in the key of the object
 * @param plain whether the targets lie in bytes that nothing packs or encodes
 * @param obstacle what keeps it from being rewritten; null where it can be tried
 */
record LakeVersion(
    String bucket,
    String key,
    @Nullable String versionId,
    String etag,
    long size,
    @Nullable String storageClass,
    String state,
    @Nullable String telemetryType,
    long records,
    long targetRecords,
    long leaves,
    boolean inKey,
    boolean plain,
    @Nullable Obstacle obstacle,
    List<String> ruleSets) {
  boolean isTarget() {
    return leaves > 0;
  }
}
