/**
 * National, tax and health numbers of the Americas, by their check digits. A candidate comes in,
 * yes or no goes out. Pure functions; imports {@code validators} and nothing else of Telltale.
 */
@NullMarked
package dev.telltale.detection.validators.americas;

import org.jspecify.annotations.NullMarked;
