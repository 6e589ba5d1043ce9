package dev.telltale.jobs.erasure;

import java.io.Serializable;

/**
 * An upload in parts that was begun and never completed. Nobody can read what it holds, so it is
 * ended whole.
 *
 * @param initiated ISO 8601, UTC
 */
public record PlannedUpload(String bucket, String key, String uploadId, String initiated)
    implements Serializable {}
