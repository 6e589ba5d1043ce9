package dev.telltale.rewriting;

/**
 * What was compared between the old and the new object before the new one was given out.
 *
 * @param oldSha256 lower-case hex, of the stored bytes
 * @param newSha256 the same of the new ones
 * @param records of the object, the same number before and after
 * @param changedRecords of these, those that held a value
 * @param findingsBefore findings of the old object, those to be replaced included
 * @param findingsAfter findings of the new one
 * @param unchangedBytes bytes of the innermost layers that are the same, in the same order
 * @param replacedBytes bytes of the innermost layers of the old object that gave way to markers
 */
public record RewriteProof(
    String oldSha256,
    String newSha256,
    long records,
    long changedRecords,
    long findingsBefore,
    long findingsAfter,
    long unchangedBytes,
    long replacedBytes) {}
