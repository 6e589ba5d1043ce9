/**
 * The scan job: listing, manifest, tasks, tables, in one direction. Imports store, plan and tables;
 * the commands import it.
 */
package dev.telltale.jobs.scan;
