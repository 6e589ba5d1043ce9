/**
 * Telephone numbers, dates, addresses and documents, which every country has. A candidate comes in,
 * yes or no goes out. Pure functions; imports {@code validators} and nothing else of Telltale.
 */
@NullMarked
package dev.telltale.detection.validators.personal;

import org.jspecify.annotations.NullMarked;
