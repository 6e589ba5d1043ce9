/**
 * A lake comes in, a page for people, JSON for machines and exports go out. Imports what commands
 * share, {@code command.summary} for masked keys, {@code page} and {@code tables}.
 */
package dev.telltale.jobs.command.report;
