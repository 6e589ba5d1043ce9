package dev.telltale.jobs.erasure.store;

import java.io.Serializable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A version as the store lists it now.
 *
 * @param versionId null where the store gives none
 * @param etag without quotes
 * @param latest whether a plain read of the key gives it
 * @param storageClass null where the store does not say
 */
public record StoredVersion(
    @Nullable String versionId,
    String etag,
    long size,
    boolean latest,
    Instant lastModified,
    @Nullable String storageClass)
    implements Serializable {}
