/** How figures look on a terminal: tables, amounts, progress. Imports nothing of Telltale. */
@NullMarked
package dev.telltale.jobs.terminal;

import org.jspecify.annotations.NullMarked;
