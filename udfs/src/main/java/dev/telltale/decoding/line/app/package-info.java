/**
 * Logs that programs write: Java, Kafka, Apache and nginx errors, logfmt, lines with a time in
 * front. Lines come in, a record for each event goes out. Imports the lines' shared types, records
 * and values.
 */
package dev.telltale.decoding.line.app;
