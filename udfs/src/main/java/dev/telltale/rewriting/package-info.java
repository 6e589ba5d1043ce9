/**
 * One object's bytes come in; the same bytes with some values replaced go out, in the same
 * containers and formats, or the reason why that cannot be done. What was not to be replaced is the
 * same, byte for byte, in the innermost layer. Imports scan and what stands before it; only the
 * jobs import it.
 */
@NullMarked
package dev.telltale.rewriting;

import org.jspecify.annotations.NullMarked;
