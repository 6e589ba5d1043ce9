/**
 * What may be said in a log. The libraries below Telltale quote the data that they fail on; here
 * their messages are stripped before any appender writes them, on the driver and on executors.
 * Imports nothing of Telltale.
 */
package dev.telltale.jobs.logging;
