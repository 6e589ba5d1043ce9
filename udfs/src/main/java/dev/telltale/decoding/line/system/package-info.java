/**
 * Logs of hosts and clusters: syslog (RFC 3164 and RFC 5424), CRI, klog. Lines come in, a record
 * for each event goes out. Imports the lines' shared types, framing's groups of lines, records,
 * values, limits and the names of the telemetry types.
 */
package dev.telltale.decoding.line.system;
