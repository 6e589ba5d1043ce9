/**
 * What has no structure: text as it lies, and the printable runs of other bytes. Bytes come in,
 * records go out. Imports records and values.
 */
package dev.telltale.decoding.raw;
