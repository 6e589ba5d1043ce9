/**
 * What would have stopped a case, as configuration files and a table of what each catches. Imports
 * what commands share, {@code cases}, {@code prevention}, {@code tables} and {@code terminal}.
 */
package dev.telltale.jobs.command.improve;
