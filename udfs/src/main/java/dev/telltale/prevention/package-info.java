/**
 * The rule of a processor that would have stopped a leak, and what it would have done. In: where
 * the values of a case stand, and records as they were sent. Out: configuration of the
 * OpenTelemetry Collector, Fluent Bit, Prometheus and the exporter's own sanitiser, and how many
 * values each catches. May import: {@code value}, {@code detection}, {@code record}.
 */
package dev.telltale.prevention;
