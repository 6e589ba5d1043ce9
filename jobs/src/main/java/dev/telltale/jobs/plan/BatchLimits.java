package dev.telltale.jobs.plan;

import java.io.Serializable;

/**
 * What a task and a batch may hold; one object may always be more.
 *
 * @param taskBytes stored bytes a task reads before the next one begins
 * @param batchBytes stored bytes that are committed together
 * @param batchObjects objects that are committed together: what the driver holds of them at a time
 */
public record BatchLimits(long taskBytes, long batchBytes, int batchObjects)
    implements Serializable {}
