/** How figures look on a terminal: tables, amounts, progress. Imports nothing of Telltale. */
package dev.telltale.jobs.terminal;
