/**
 * Bytes of one object come in; its rows go out: unpacking, framing, decoding and detection joined.
 * No S3, no clock, no Spark. Imports listing, unpacking, framing, records, decoding, detection,
 * faults and limits; only {@code sql} and the jobs import it.
 */
package dev.telltale.scan;
