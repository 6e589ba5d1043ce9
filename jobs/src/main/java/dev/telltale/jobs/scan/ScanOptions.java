package dev.telltale.jobs.scan;

import dev.telltale.detection.FingerprintKey;
import java.util.List;

/**
 * What a scan is asked to do.
 *
 * @param sources URIs of buckets, prefixes, folders or single objects
 * @param lake folder or URI of the tables
 * @param taskBytes 0 lets the job choose by the size of the work and the cores
 */
public record ScanOptions(
    List<String> sources,
    String lake,
    FingerprintKey fingerprintKey,
    boolean includeExamples,
    long taskBytes,
    long batchBytes) {
  public ScanOptions {
    sources = List.copyOf(sources);
  }
}
