/**
 * Every limit in one place. Nothing comes in; {@link dev.telltale.limit.Limits} goes out. Imports
 * nothing of Telltale.
 */
@NullMarked
package dev.telltale.limit;

import org.jspecify.annotations.NullMarked;
