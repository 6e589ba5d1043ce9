/**
 * Lengths that are stated around what is edited: of the fields of protobuf messages, of messages
 * and lines that follow their length, of members behind one. Imports edits, bytes and framing.
 */
@NullMarked
package dev.telltale.rewriting.message;

import org.jspecify.annotations.NullMarked;
