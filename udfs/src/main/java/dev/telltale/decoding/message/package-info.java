/**
 * Binary protobuf messages: bytes come in, records go out. Three layers: the wire format ({@link
 * dev.telltale.decoding.message.WireReader}, {@link dev.telltale.decoding.message.WireWalk}), the
 * published schemas as tables ({@link dev.telltale.decoding.message.MessageType}), and one {@link
 * dev.telltale.decoding.message.MessageFormat} for each format. Imports framing, values, records,
 * faults, limits, and from listing the names of the telemetry types.
 */
package dev.telltale.decoding.message;
