package dev.telltale.scan;

import dev.telltale.detection.Finding;
import java.time.Instant;

/**
 * A finding at its place in an object: one row of the table of findings.
 *
 * @param id the same for the same finding in the same object version, in every run
 */
public record FindingRow(
    String id,
    Finding finding,
    long recordIndex,
    String telemetryType,
    String format,
    String emitter,
    Instant eventTime)
    implements ScanRow {}
