package dev.telltale.jobs.erasure.proof;

import java.util.List;

/**
 * What looking again has shown.
 *
 * @param ruleSet of the rescan; empty where there was none
 * @param versionsPlanned versions that were to go
 * @param versionsGone of these, those that are neither listed nor readable
 * @param objectsRescanned versions that were scanned again
 * @param uploadsLeft of the plan's
 * @param lakeFiles files of the lake that were searched
 * @param lakeRows rows of the lake about what was to go
 * @param masksLeftOut masks that fit other values too, or say too little, and were not looked for
 */
public record Evidence(
    String ruleSet,
    long versionsPlanned,
    long versionsGone,
    long objectsRescanned,
    long uploadsLeft,
    long lakeFiles,
    long lakeRows,
    long masksLeftOut,
    List<Survivor> survivors) {
  public Evidence {
    survivors = List.copyOf(survivors);
  }

  /** Whether nothing is left, as far as could be looked. */
  public boolean isClean() {
    return survivors.isEmpty();
  }
}
