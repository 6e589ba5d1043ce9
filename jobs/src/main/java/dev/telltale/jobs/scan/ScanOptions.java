package dev.telltale.jobs.scan;

import dev.telltale.detection.FingerprintKey;
import dev.telltale.detection.rules.TeamSource;
import java.util.List;

/**
 * What a scan is asked to do.
 *
 * @param sources URIs of buckets, prefixes, folders or single objects
 * @param lake folder or URI of the tables
 * @param taskBytes 0 lets the job choose by the size of the work and the cores
 * @param team a team's own file of rules, or null
 */
public record ScanOptions(
    List<String> sources,
    String lake,
    FingerprintKey fingerprintKey,
    boolean includeExamples,
    long taskBytes,
    long batchBytes,
    TeamSource team) {
  public ScanOptions {
    sources = List.copyOf(sources);
  }

  /** Under Telltale's own rules alone. */
  public ScanOptions(
      List<String> sources,
      String lake,
      FingerprintKey fingerprintKey,
      boolean includeExamples,
      long taskBytes,
      long batchBytes) {
    this(sources, lake, fingerprintKey, includeExamples, taskBytes, batchBytes, null);
  }
}
