/**
 * Record bodies come in; redacted bodies and {@link dev.telltale.detection.finding.Finding}s go
 * out. This package is the flow: fields are collected, scanned, confirmed and redacted. Imports its
 * sub-packages, values, faults and limits. Raw matched values stay inside.
 */
package dev.telltale.detection;
