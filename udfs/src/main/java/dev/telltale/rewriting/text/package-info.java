/**
 * Texts that are encoded in bytes and in other texts: where a found value is in them, and how they
 * are written with something else in its place. Imports detection's encodings, values and edits.
 */
@NullMarked
package dev.telltale.rewriting.text;

import org.jspecify.annotations.NullMarked;
