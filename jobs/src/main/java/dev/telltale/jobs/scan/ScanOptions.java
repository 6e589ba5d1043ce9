package dev.telltale.jobs.scan;

import dev.telltale.detection.finding.FingerprintKey;
import dev.telltale.detection.rules.TeamSource;
import dev.telltale.jobs.listing.ListingOptions;
import java.util.List;

/**
 * What a scan is asked to do.
 *
 * @param listing which objects, of which sources
 * @param lake folder or URI of the tables
 * @param taskBytes 0 lets the job choose by the size of the work and the cores
 * @param team a team's own file of rules, or null
 * @param rulesChanged whether objects that a change of rules cannot affect are left out
 * @param knownFromLake whether secrets that the lake has are found without any context
 * @param findingsOnly whether records without a finding are left out of the lake
 */
public record ScanOptions(
    ListingOptions listing,
    String lake,
    FingerprintKey fingerprintKey,
    boolean includeExamples,
    long taskBytes,
    long batchBytes,
    TeamSource team,
    boolean rulesChanged,
    boolean knownFromLake,
    boolean findingsOnly) {

  /** Everything that the sources hold now, under Telltale's own rules alone. */
  public ScanOptions(
      List<String> sources,
      String lake,
      FingerprintKey fingerprintKey,
      boolean includeExamples,
      long taskBytes,
      long batchBytes) {
    this(
        ListingOptions.of(sources),
        lake,
        fingerprintKey,
        includeExamples,
        taskBytes,
        batchBytes,
        null,
        false,
        false,
        false);
  }

  /** The same for another listing. */
  ScanOptions with(ListingOptions other) {
    return new ScanOptions(
        other,
        lake,
        fingerprintKey,
        includeExamples,
        taskBytes,
        batchBytes,
        team,
        rulesChanged,
        knownFromLake,
        findingsOnly);
  }

  /** As the user named them. */
  public List<String> sources() {
    return listing.sources();
  }
}
