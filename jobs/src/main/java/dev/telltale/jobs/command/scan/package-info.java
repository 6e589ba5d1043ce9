/**
 * The settings of a scan come in; a job, a plan or a stream is run, and the exit code says how it
 * ended. Imports what commands share, {@code command.summary}, {@code listing}, {@code scan},
 * {@code tables} and {@code terminal}.
 */
package dev.telltale.jobs.command.scan;
