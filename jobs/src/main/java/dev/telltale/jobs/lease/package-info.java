/**
 * The root of a lake comes in; the right to write it, held by one scan at a time, goes out. Imports
 * the store and the settings' mistakes.
 */
@NullMarked
package dev.telltale.jobs.lease;

import org.jspecify.annotations.NullMarked;
