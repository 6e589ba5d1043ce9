package dev.telltale.jobs.command.report;

/**
 * Places that were exported in one period.
 *
 * @param period in UTC, as far as the periods differ: {@code 2026-11-20} or {@code 2026-11-20
 *     14:00}
 */
record PeriodCount(String period, String severity, long places) {}
