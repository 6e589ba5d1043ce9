package dev.telltale.jobs.scan;

import dev.telltale.detection.rules.RuleSet;

/** The rules that a scan asks for, the same on the driver and in tasks. */
public final class ScanRules {
  private ScanRules() {}

  public static RuleSet of(boolean includeExamples) {
    RuleSet builtin = RuleSet.builtin();
    return includeExamples ? builtin.includingExamples() : builtin;
  }
}
