/**
 * Bytes of one object come in; its rows go out: framing, decoding and detection joined. No S3, no
 * clock, no Spark.
 */
package dev.telltale.scan;
