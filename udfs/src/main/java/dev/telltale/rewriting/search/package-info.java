/**
 * Where found values are in the bytes of the fields that hold them. Imports texts, layers, edits
 * and detection.
 */
@NullMarked
package dev.telltale.rewriting.search;

import org.jspecify.annotations.NullMarked;
