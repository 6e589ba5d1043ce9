/**
 * Cases: what belongs together of a lake's findings, where it comes from, and what became of it.
 * Imports the tables and the ledger of actions; gives rows and facts to commands.
 */
@NullMarked
package dev.telltale.jobs.cases;

import org.jspecify.annotations.NullMarked;
