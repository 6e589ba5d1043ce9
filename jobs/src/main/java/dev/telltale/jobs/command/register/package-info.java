/**
 * A lake comes in, its tables and views go into the metastore of the session. Imports what commands
 * share and {@code tables}.
 */
package dev.telltale.jobs.command.register;
