package dev.telltale.jobs.plan;

import java.util.List;

/**
 * What is committed together.
 *
 * @param number 0-based, the same in every attempt at the run
 */
public record ScanBatch(int number, List<ScanTask> tasks) {
  public ScanBatch {
    tasks = List.copyOf(tasks);
  }

  public long objects() {
    return tasks.stream().mapToLong(task -> task.objects().size()).sum();
  }

  public long bytes() {
    return tasks.stream().mapToLong(ScanTask::bytes).sum();
  }
}
