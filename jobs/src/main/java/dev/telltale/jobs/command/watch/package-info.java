/**
 * Whether what was closed has come back: for schedules, after a scan. Imports what commands share,
 * {@code tables} and {@code terminal}.
 */
package dev.telltale.jobs.command.watch;
