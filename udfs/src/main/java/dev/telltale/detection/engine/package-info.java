/**
 * Finds where in a text which rule is worth confirming. A text comes in, hits go out; too many are
 * allowed, too few never. Imports rules and pattern triggers.
 */
@NullMarked
package dev.telltale.detection.engine;

import org.jspecify.annotations.NullMarked;
