package dev.telltale.jobs.scan;

import dev.telltale.detection.rules.RuleSet;
import dev.telltale.detection.rules.TeamSource;

/** The rules that a scan asks for, the same on the driver and in tasks. */
public final class ScanRules {
  private ScanRules() {}

  /**
   * Builds the rules.
   *
   * @param team a team's own file, or null
   * @throws dev.telltale.detection.rules.RuleProblems with everything that is wrong with it
   */
  public static RuleSet of(boolean includeExamples, TeamSource team) {
    RuleSet builtin = RuleSet.builtin();
    RuleSet rules = includeExamples ? builtin.includingExamples() : builtin;
    return team == null ? rules : rules.with(team);
  }
}
