/**
 * What decoding makes and detection reads: a {@link dev.telltale.record.DecodedRecord} with its
 * body, its place in the object's bytes, and how its columns are read from the redacted body.
 * Imports values, faults, the layers of unpacking, and from listing the names of the telemetry
 * types.
 */
package dev.telltale.record;
