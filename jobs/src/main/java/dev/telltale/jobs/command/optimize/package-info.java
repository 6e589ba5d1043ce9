/**
 * The settings of the maintenance of a lake come in, the sizes of its tables before and after go
 * out. Imports what commands share, {@code maintenance} and {@code terminal}.
 */
package dev.telltale.jobs.command.optimize;
