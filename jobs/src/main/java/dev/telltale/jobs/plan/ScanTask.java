package dev.telltale.jobs.plan;

import java.io.Serializable;
import java.util.List;

/** What one task reads: many small objects, or a huge one alone. */
public record ScanTask(List<PlannedObject> objects) implements Serializable {
  public ScanTask {
    objects = List.copyOf(objects);
  }
}
