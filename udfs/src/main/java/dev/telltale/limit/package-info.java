/**
 * Every limit in one place. Nothing comes in; {@link dev.telltale.limit.Limits} goes out, and
 * {@link dev.telltale.limit.Depth}, without which nothing that is nested is walked. Imports nothing
 * of Telltale.
 */
@NullMarked
package dev.telltale.limit;

import org.jspecify.annotations.NullMarked;
