/**
 * Frames come in; {@link dev.telltale.decoding.DecodedRecord}s go out, one file and one
 * registration per format. Imports framing, values, faults and limits.
 */
package dev.telltale.decoding;
