package dev.telltale.jobs.command.report;

/**
 * How the objects of one telemetry type were read.
 *
 * @param unread bytes that were not looked at, of objects that were read
 * @param closed objects that could not be read at all
 * @param closedBytes their stored bytes
 */
record TypeCoverage(
    String telemetryType,
    long objects,
    long records,
    long decoded,
    long rawScanned,
    long unread,
    long closed,
    long closedBytes) {}
