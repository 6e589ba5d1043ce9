package dev.telltale.jobs.command.report.export;

import dev.telltale.jobs.command.OutputFolder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What exports say besides the findings.
 *
 * @param ruleIds of the findings, sorted
 * @param coverage from 0 to 1
 * @param faults in words
 * @param account null where no export needs one
 */
public record ExportContext(
    List<String> ruleIds,
    double coverage,
    List<String> faults,
    @Nullable AsffAccount account,
    OutputFolder folder) {
  public ExportContext {
    ruleIds = List.copyOf(ruleIds);
    faults = List.copyOf(faults);
  }
}
