/**
 * OTLP in its JSON form: requests of metrics, logs, traces and profiles come in, one record for
 * each point, log record, span or profile goes out. Imports the JSON formats' shared types,
 * records, values and the names of the telemetry types.
 */
package dev.telltale.decoding.otlp;
