/**
 * The published schemas as tables ({@link dev.telltale.decoding.message.schema.MessageType}), and
 * the reader that compares a message with one. Bytes and a schema come in; a tree of values, or how
 * far the message disagrees, goes out. Imports the wire format, values and limits.
 *
 * <p>Messages are read by tables rather than by generated classes, because a generated parser drops
 * what it does not know, copies every string, and cannot say where in the object's bytes a value
 * lies.
 */
package dev.telltale.decoding.message.schema;
