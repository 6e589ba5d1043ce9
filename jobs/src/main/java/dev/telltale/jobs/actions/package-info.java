/**
 * The ledger of actions: what people did about what was found, as a chain of rows in the table
 * {@code actions}. Imports the tables.
 */
@NullMarked
package dev.telltale.jobs.actions;

import org.jspecify.annotations.NullMarked;
