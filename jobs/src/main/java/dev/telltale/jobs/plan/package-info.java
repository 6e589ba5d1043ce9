/**
 * Object references come in; the frozen manifest of a run and its tasks, packed by bytes, go out.
 * Imports the store and the core's scan types.
 */
package dev.telltale.jobs.plan;
