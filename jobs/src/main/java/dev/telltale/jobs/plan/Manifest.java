package dev.telltale.jobs.plan;

import dev.telltale.scan.ScanRun;
import java.util.List;

/**
 * What one run reads, frozen before the first object is opened. Batches, their numbers and the
 * transaction ids of every commit follow from it alone, so that a run that was killed can be taken
 * up where it stopped. The objects themselves stay in the lake: see {@link ManifestStore#batch}.
 *
 * @param sources as the user named them
 * @param settingsHash over everything but the sources that decides what rows the run writes
 * @param fingerprintKeyId of the key that its fingerprints are made with
 * @param findingsOnly whether records without a finding are left out of the lake
 * @param listed objects that the sources hold, those already in the ledger included
 * @param deleteMarkers that the sources hold; 0 unless all versions were listed
 * @param batches in their order
 */
public record Manifest(
    ScanRun run,
    List<String> sources,
    String settingsHash,
    String fingerprintKeyId,
    boolean includeExamples,
    boolean findingsOnly,
    long listed,
    long deleteMarkers,
    List<BatchSize> batches) {
  public Manifest {
    sources = List.copyOf(sources);
    batches = List.copyOf(batches);
  }

  /** The same with what its plan turned out to hold. */
  Manifest with(List<BatchSize> planned) {
    return new Manifest(
        run,
        sources,
        settingsHash,
        fingerprintKeyId,
        includeExamples,
        findingsOnly,
        listed,
        deleteMarkers,
        planned);
  }

  public long objects() {
    return batches.stream().mapToLong(BatchSize::objects).sum();
  }

  public long bytes() {
    return batches.stream().mapToLong(BatchSize::bytes).sum();
  }
}
