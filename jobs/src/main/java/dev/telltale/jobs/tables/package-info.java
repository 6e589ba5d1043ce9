/**
 * The five Delta tables of a lake: their schemas and properties, appends that happen exactly once,
 * and reading the ledger. Rows of a scan come in. Imports the plan and the core's SQL rows.
 */
@NullMarked
package dev.telltale.jobs.tables;

import org.jspecify.annotations.NullMarked;
