package dev.telltale.jobs.plan;

import java.util.ArrayList;
import java.util.List;

/**
 * Packs the objects of a manifest into tasks and batches by bytes. The order of the manifest is
 * kept, so that the rows of one partition of the lake come from few tasks. The same manifest gives
 * the same plan.
 */
public final class WorkPlan {
  /**
   * What opening an object costs, in bytes that could have been read meanwhile: about 10 ms at 25
   * MB/s.
   */
  static final long OPEN_COST = 256 << 10;

  private WorkPlan() {}

  /**
   * @param taskBytes how much a task reads before the next one begins; an object is never divided
   * @param batchBytes how much is committed together
   */
  public static List<ScanBatch> of(List<PlannedObject> objects, long taskBytes, long batchBytes) {
    List<ScanBatch> batches = new ArrayList<>();
    List<ScanTask> tasks = new ArrayList<>();
    long inBatch = 0;
    for (ScanTask task : tasks(objects, taskBytes)) {
      if (!tasks.isEmpty() && inBatch + task.bytes() > batchBytes) {
        batches.add(new ScanBatch(batches.size(), tasks));
        tasks = new ArrayList<>();
        inBatch = 0;
      }
      tasks.add(task);
      inBatch += task.bytes();
    }
    if (!tasks.isEmpty()) {
      batches.add(new ScanBatch(batches.size(), tasks));
    }
    return batches;
  }

  private static List<ScanTask> tasks(List<PlannedObject> objects, long taskBytes) {
    List<ScanTask> tasks = new ArrayList<>();
    List<PlannedObject> together = new ArrayList<>();
    long bytes = 0;
    long cost = 0;
    for (PlannedObject object : objects) {
      long own = object.ref().size() + OPEN_COST;
      if (!together.isEmpty() && cost + own > taskBytes) {
        tasks.add(new ScanTask(together, bytes));
        together = new ArrayList<>();
        bytes = 0;
        cost = 0;
      }
      together.add(object);
      bytes += object.ref().size();
      cost += own;
    }
    if (!together.isEmpty()) {
      tasks.add(new ScanTask(together, bytes));
    }
    return tasks;
  }
}
