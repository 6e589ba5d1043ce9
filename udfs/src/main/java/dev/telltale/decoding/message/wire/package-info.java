/**
 * The protobuf wire format: bytes come in; tags, lengths and values go out, each with its position,
 * and the first {@link dev.telltale.decoding.message.wire.Violation}. Imports varints, raw text,
 * the search for compressed members, values and limits.
 */
package dev.telltale.decoding.message.wire;
