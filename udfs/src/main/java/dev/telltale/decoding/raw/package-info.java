/**
 * What has no structure: text as it is, and the printable runs of other bytes. Bytes come in,
 * records go out. Imports records and values.
 */
package dev.telltale.decoding.raw;
