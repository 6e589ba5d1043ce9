package dev.telltale.jobs.command.report;

/**
 * How far something is spread: the places of its values, the distinct values, the objects that hold
 * them.
 *
 * @param name what it is spread of, such as a rule
 */
record Spread(String name, long places, long values, long objects) {}
