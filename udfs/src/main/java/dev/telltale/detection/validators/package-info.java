/**
 * Decides whether a value is what its pattern suggests, beyond what a pattern can say. A candidate
 * value comes in, yes or no goes out. Here is what all validators share: the candidate, check
 * digits, what stands next to a value; a package each for a region of the world or a kind of value
 * has the validators, and {@code catalogue} lists them. Pure functions; imports nothing of
 * Telltale.
 */
@NullMarked
package dev.telltale.detection.validators;

import org.jspecify.annotations.NullMarked;
