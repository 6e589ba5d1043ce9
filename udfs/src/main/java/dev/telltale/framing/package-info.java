/**
 * A leaf comes in; frames go out, one JSON value, line, group of lines, message or window each,
 * with their offsets in the leaf. Imports the leaves of unpacking, text recognition, values, faults
 * and limits.
 *
 * <p>JSON framing is written here because a parser stops at the first broken value, and because
 * every frame must know its bytes: after a broken value reading goes on with the next one, and
 * nothing between them is lost.
 */
package dev.telltale.framing;
