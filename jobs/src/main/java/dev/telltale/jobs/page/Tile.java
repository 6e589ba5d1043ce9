package dev.telltale.jobs.page;

/**
 * A figure that is read first.
 *
 * @param name what it counts
 * @param note what belongs to it
 */
public record Tile(String name, String figure, String note) {}
