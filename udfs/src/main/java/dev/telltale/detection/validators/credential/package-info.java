/**
 * What separates passwords, keys and tokens from what stands in their place. A candidate comes in,
 * yes or no goes out. Pure functions; imports {@code validators} and nothing else of Telltale.
 */
@NullMarked
package dev.telltale.detection.validators.credential;

import org.jspecify.annotations.NullMarked;
