/**
 * National and tax numbers of Asia, the Pacific, the Middle East and Africa, by their check digits.
 * A candidate comes in, yes or no goes out. Pure functions; imports {@code validators} and nothing
 * else of Telltale.
 */
@NullMarked
package dev.telltale.detection.validators.asia;

import org.jspecify.annotations.NullMarked;
