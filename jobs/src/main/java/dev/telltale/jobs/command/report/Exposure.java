package dev.telltale.jobs.command.report;

/**
 * Objects with findings that were readable when they were scanned.
 *
 * @param state current, noncurrent or deleted
 * @param firstEnd when the first of them expires, in UTC; empty where that is not known
 * @param overdue objects whose time is over: a store may take some days more to delete them
 */
record Exposure(
    String telemetryType,
    String state,
    String storageClass,
    long objects,
    long places,
    String firstEnd,
    String lastEnd,
    long overdue) {}
