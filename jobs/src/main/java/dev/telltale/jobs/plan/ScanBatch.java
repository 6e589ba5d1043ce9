package dev.telltale.jobs.plan;

import dev.telltale.sql.ObjectRefSchema;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;

/**
 * What is committed together.
 *
 * @param number 0-based, the same in every attempt at the run
 */
public record ScanBatch(int number, List<ScanTask> tasks) {
  public ScanBatch {
    tasks = List.copyOf(tasks);
  }

  /** From the rows of a plan, in any order. */
  static ScanBatch of(int number, List<Row> planned) {
    Map<Integer, List<PlannedObject>> tasks = new TreeMap<>();
    for (Row row :
        planned.stream()
            .sorted(Comparator.comparing(row -> row.getLong(WorkPlan.ORDINAL)))
            .toList()) {
      tasks
          .computeIfAbsent(row.getInt(WorkPlan.TASK), task -> new ArrayList<>())
          .add(new PlannedObject(row.getLong(WorkPlan.ORDINAL), ObjectRefSchema.ref(row)));
    }
    return new ScanBatch(number, tasks.values().stream().map(ScanTask::new).toList());
  }

  public long objects() {
    return tasks.stream().mapToLong(task -> task.objects().size()).sum();
  }
}
