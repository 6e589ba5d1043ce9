/**
 * Encodings of numbers that formats of every layer share. An array with bounds comes in; {@link
 * dev.telltale.bytes.Varint} says where the number ends and what it is. Imports nothing of
 * Telltale; unpacking, framing and decoding import it.
 */
@NullMarked
package dev.telltale.bytes;

import org.jspecify.annotations.NullMarked;
