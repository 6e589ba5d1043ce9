/**
 * Changes to bytes: ranges and what takes their place. Everything else of rewriting speaks in them.
 * Imports nothing.
 */
@NullMarked
package dev.telltale.rewriting.edit;

import org.jspecify.annotations.NullMarked;
