/**
 * The entry point: the list of the commands, and what becomes of one that fails. No other package
 * uses this one.
 */
package dev.telltale.jobs;
