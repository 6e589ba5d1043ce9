/**
 * National and tax numbers of Europe, by their check digits. A candidate comes in, yes or no goes
 * out. Pure functions; imports {@code validators} and nothing else of Telltale.
 */
@NullMarked
package dev.telltale.detection.validators.europe;

import org.jspecify.annotations.NullMarked;
