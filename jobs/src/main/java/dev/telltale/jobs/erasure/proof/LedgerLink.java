package dev.telltale.jobs.erasure.proof;

/**
 * A row of the ledger of actions as it is chained.
 *
 * @param canonical what was hashed
 * @param rowHash its SHA-256
 */
public record LedgerLink(String canonical, String rowHash) {}
