/**
 * Logs that programs write: Java, Kafka, Apache and nginx errors, logfmt, lines with a time in
 * front. Lines come in, a record for each event goes out. Imports the lines' shared types, records,
 * values and the names of the telemetry types.
 */
@NullMarked
package dev.telltale.decoding.line.app;

import org.jspecify.annotations.NullMarked;
