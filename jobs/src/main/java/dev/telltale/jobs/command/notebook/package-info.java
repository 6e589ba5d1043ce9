/**
 * Notebooks of Markdown and {@code %%sql} cells come in; they are run over a lake in this process,
 * and go out with their results, as notebooks and as pages. Imports what commands share, {@code
 * command.sql} and {@code page}.
 */
package dev.telltale.jobs.command.notebook;
