/**
 * The result or the plan of a scan comes in, with the lake that it wrote; a page for people or a
 * line of JSON for schedulers goes out. Imports {@code scan}, {@code store}, {@code tables} and
 * {@code terminal}.
 */
package dev.telltale.jobs.command.summary;
