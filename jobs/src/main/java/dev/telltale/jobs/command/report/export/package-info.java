/**
 * Findings come in one by one and go out in the formats that other programs read: SARIF, OCSF, ASFF
 * and CSV. Masks and keyed fingerprints only. Imports what commands share.
 */
@NullMarked
package dev.telltale.jobs.command.report.export;

import org.jspecify.annotations.NullMarked;
