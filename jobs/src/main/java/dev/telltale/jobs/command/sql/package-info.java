/**
 * A query comes in, its rows go out as a table, JSON or CSV. Imports what commands share, {@code
 * tables} and {@code terminal}.
 */
package dev.telltale.jobs.command.sql;
