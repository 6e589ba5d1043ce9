/** The entry point of the command line, and the version of the product. */
package dev.telltale.jobs;
