/**
 * One object comes in, its records and findings go out to the terminal, masked: without a lake and
 * without a Spark session. Imports what commands share, {@code listing}, {@code scan}, {@code
 * store} and {@code terminal}.
 */
package dev.telltale.jobs.command.inspect;
