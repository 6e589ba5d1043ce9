/**
 * Frames come in; {@link dev.telltale.decoding.DecodedRecord}s go out, one file and one
 * registration per format. Imports framing, values, faults, limits, and from listing the names of
 * the telemetry types.
 */
package dev.telltale.decoding;
