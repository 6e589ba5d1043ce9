/** {@code telltale reveal}: one value, from its source, on a terminal, written down. */
@NullMarked
package dev.telltale.jobs.command.reveal;

import org.jspecify.annotations.NullMarked;
