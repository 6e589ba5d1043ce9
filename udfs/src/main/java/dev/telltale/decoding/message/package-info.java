/**
 * Binary protobuf messages: bytes come in, records go out, through one {@link
 * dev.telltale.decoding.message.MessageFormat} for each format; {@link
 * dev.telltale.decoding.message.Messages} lists them and chooses. Imports its sub-packages,
 * framing, values, records, faults, limits, and from listing the names of the telemetry types.
 */
package dev.telltale.decoding.message;
