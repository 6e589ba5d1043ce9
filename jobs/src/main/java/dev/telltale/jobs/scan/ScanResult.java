package dev.telltale.jobs.scan;

import java.time.Duration;
import java.util.List;

/**
 * What a scan did.
 *
 * @param listed objects that the sources hold
 * @param deleteMarkers that the sources hold; 0 unless all versions were listed
 * @param runs ids of the runs that this call finished, the new one last; empty if there was nothing
 *     new
 * @param totals of those runs; of no objects if there was nothing new
 * @param wall time from the first listing to the last commit
 * @param reading the part of it in which objects were read, decoded and scanned; the rest is
 *     listing, planning and commits
 * @param coreSeconds time that tasks spent on cores, those that write tables included
 */
public record ScanResult(
    long listed,
    long deleteMarkers,
    List<String> runs,
    RunTotals totals,
    Duration wall,
    Duration reading,
    double coreSeconds) {
  public ScanResult {
    runs = List.copyOf(runs);
  }

  /** Whether no object was new. */
  public boolean nothingNew() {
    return runs.isEmpty();
  }
}
