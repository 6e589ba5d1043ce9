/**
 * Frames come in; {@link dev.telltale.record.DecodedRecord}s go out. This package is the flow: it
 * chooses the format of a leaf, takes its frames to that format, and decodes what records carry
 * inside. It lists the formats of each kind ({@link dev.telltale.decoding.JsonFormats}, {@link
 * dev.telltale.decoding.LineFormats}, {@link dev.telltale.decoding.FileFormats}); the formats
 * themselves are in its sub-packages, a family each, and never import it. Imports unpacking,
 * framing, records, values, faults and limits.
 */
package dev.telltale.decoding;
