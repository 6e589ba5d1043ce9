/**
 * What went wrong in the input, as values. Nothing comes in; {@link dev.telltale.fault.Fault}s go
 * out. Imports nothing of Telltale. No message of a parser and no byte of content is ever in a
 * fault.
 */
@NullMarked
package dev.telltale.fault;

import org.jspecify.annotations.NullMarked;
