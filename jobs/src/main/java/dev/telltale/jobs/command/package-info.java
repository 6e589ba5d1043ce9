/**
 * One class for each command of the command line: settings in, a job run, figures and an exit code
 * out. Imports every other package of the jobs.
 */
package dev.telltale.jobs.command;
