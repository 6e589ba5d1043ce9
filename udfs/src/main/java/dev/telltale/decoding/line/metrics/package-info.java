/**
 * Metrics as text: the Prometheus and OpenMetrics exposition formats. Lines come in, a record for
 * each sample goes out. Imports the lines' shared types, records, values and the names of the
 * telemetry types.
 */
package dev.telltale.decoding.line.metrics;
