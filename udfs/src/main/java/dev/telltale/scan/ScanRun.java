package dev.telltale.scan;

import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;

/**
 * What all rows of a run share.
 *
 * @param startedAt stands for "now" in every row, so that a repeated task gives the same rows
 */
public record ScanRun(String runId, String ruleSet, Instant startedAt) implements Serializable {
  public ScanRun {
    Objects.requireNonNull(runId, "runId");
    Objects.requireNonNull(ruleSet, "ruleSet");
    Objects.requireNonNull(startedAt, "startedAt");
  }
}
