package dev.telltale.jobs.command.report;

/**
 * The last run, and how many there were.
 *
 * @param keyId of the fingerprint key
 */
record RunFacts(
    String runId, String source, String finished, String ruleSet, String keyId, long runs) {}
