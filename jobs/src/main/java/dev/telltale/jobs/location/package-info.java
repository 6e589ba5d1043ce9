/**
 * The text that names a place comes in, the place goes out: in a bucket or on disk, written in one
 * way whatever way it was named in. Imports {@code settings}, for what is wrong with a text.
 */
@NullMarked
package dev.telltale.jobs.location;

import org.jspecify.annotations.NullMarked;
