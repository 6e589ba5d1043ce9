package dev.telltale.jobs.maintenance;

import java.util.List;

/**
 * What an optimisation did, or would do.
 *
 * @param manifests of finished runs that were past their retention
 */
public record OptimizeResult(List<OptimizedTable> tables, int manifests) {
  public OptimizeResult {
    tables = List.copyOf(tables);
  }
}
