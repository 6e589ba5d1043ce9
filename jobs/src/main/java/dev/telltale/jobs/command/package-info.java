/**
 * What the commands share: their form, exit codes, the terminal, Spark sessions, the settings of
 * stores, lakes and detection. Each command has a package of its own below this one: settings come
 * in, a job is run, figures and an exit code go out. Imports any other package of the jobs, but
 * none below it.
 */
package dev.telltale.jobs.command;
