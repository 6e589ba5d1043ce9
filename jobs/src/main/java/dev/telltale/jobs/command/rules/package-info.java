/**
 * The rules, built in and of a team, come in; lists, explanations, the results of their examples
 * and digests go out. Imports what commands share, {@code scan}, {@code store} and {@code
 * terminal}.
 */
package dev.telltale.jobs.command.rules;
