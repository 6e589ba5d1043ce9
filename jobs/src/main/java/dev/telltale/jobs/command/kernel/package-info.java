/**
 * Jupyter's messages come in, results of cells go out: the same cells that {@code telltale
 * notebook} runs. Imports what commands share, {@code command.notebook}, {@code command.sql} and
 * {@code page}.
 */
package dev.telltale.jobs.command.kernel;
