package dev.telltale.record;

import java.time.Instant;

/**
 * One numeric sample of a metric.
 *
 * @param time null where the format gives none
 */
public record Sample(Instant time, double value) {}
