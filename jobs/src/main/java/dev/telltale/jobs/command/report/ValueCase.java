package dev.telltale.jobs.command.report;

import java.util.List;

/**
 * One value with all its places: one case, in however many telemetry types it turned up.
 *
 * @param firstSeen by the time of the export, in UTC
 */
record ValueCase(
    String fingerprint,
    String masked,
    String severity,
    List<String> rules,
    List<String> telemetryTypes,
    List<String> emitters,
    long places,
    long objects,
    String firstSeen,
    String lastSeen) {}
