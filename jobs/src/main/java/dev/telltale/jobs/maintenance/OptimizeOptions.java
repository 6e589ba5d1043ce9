package dev.telltale.jobs.maintenance;

import java.time.Duration;

/**
 * What an optimisation is asked to do.
 *
 * @param retain how long old versions of the tables, and manifests of finished runs, are kept
 * @param dryRun says what would be done, and does nothing
 * @param full also orders large partitions by what queries ask for
 */
public record OptimizeOptions(String lake, Duration retain, boolean dryRun, boolean full) {}
