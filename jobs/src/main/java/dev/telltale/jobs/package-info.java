/**
 * The entry point: the list of the commands, and what becomes of one that fails. The other packages
 * use the exit codes and the version of the product, and nothing else of this one.
 */
package dev.telltale.jobs;
