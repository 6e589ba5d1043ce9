package dev.telltale.jobs.tables;

/**
 * How a table lies in its folder.
 *
 * @param files that the table consists of now
 * @param small those of them that are worth joining: at least two in their partition
 * @param stored bytes of all its data files, those included that an older version consisted of
 */
public record TableSize(long files, long bytes, long small, long stored) {}
