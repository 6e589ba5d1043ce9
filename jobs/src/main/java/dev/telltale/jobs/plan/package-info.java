/**
 * A listing comes in; the frozen manifest of a run, its batches and tasks, packed by bytes, go out.
 * Imports the listing and the core's scan types.
 */
@NullMarked
package dev.telltale.jobs.plan;

import org.jspecify.annotations.NullMarked;
