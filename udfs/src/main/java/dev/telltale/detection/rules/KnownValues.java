package dev.telltale.detection.rules;

/**
 * A list of a team's own values, each match of which is a finding of its rule.
 *
 * @param rule has no pattern: only the list decides
 */
public record KnownValues(Rule rule, DigestList values) {}
