/**
 * The words of the command line and of a configuration file come in; typed settings, or all their
 * problems at once, go out. Imports nothing of Telltale.
 */
package dev.telltale.jobs.settings;
