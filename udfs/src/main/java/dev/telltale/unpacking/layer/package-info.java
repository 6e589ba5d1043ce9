/**
 * What the containers share: the bytes of one layer with lookahead, the parts that a container
 * gives out, their extents, and the budget that unpacking one object may use. Imports faults and
 * limits.
 *
 * <p>The lookahead buffer is written here because every read must know its exact position in the
 * layer, and because what a broken container leaves over must be given out again byte for byte.
 */
@NullMarked
package dev.telltale.unpacking.layer;

import org.jspecify.annotations.NullMarked;
