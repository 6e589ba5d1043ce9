package dev.telltale.jobs.plan;

import dev.telltale.scan.ObjectRef;
import dev.telltale.scan.ScanRun;
import java.util.ArrayList;
import java.util.List;

/**
 * What one run reads, frozen before the first object is opened. Batches, their numbers and the
 * transaction ids of every commit follow from it alone, so that a run that was killed can be taken
 * up where it stopped.
 *
 * @param sources as the user named them
 * @param settingsHash over everything but the sources that decides what rows the run writes
 * @param fingerprintKeyId of the key that its fingerprints are made with
 * @param listed objects that the sources hold, those already in the ledger included
 */
public record Manifest(
    ScanRun run,
    List<String> sources,
    String settingsHash,
    String fingerprintKeyId,
    boolean includeExamples,
    long taskBytes,
    long batchBytes,
    long listed,
    List<ObjectRef> objects) {
  public Manifest {
    sources = List.copyOf(sources);
    objects = List.copyOf(objects);
  }

  public List<ScanBatch> batches() {
    List<PlannedObject> planned = new ArrayList<>(objects.size());
    for (ObjectRef object : objects) {
      planned.add(new PlannedObject(planned.size(), object));
    }
    return WorkPlan.of(planned, taskBytes, batchBytes);
  }

  public long bytes() {
    return objects.stream().mapToLong(ObjectRef::size).sum();
  }
}
