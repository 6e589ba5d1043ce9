package dev.telltale.jobs.plan;

/**
 * How much a batch of a manifest holds.
 *
 * @param number 0-based, the same in every attempt at the run
 * @param bytes as stored
 */
public record BatchSize(int number, long objects, long bytes) {}
