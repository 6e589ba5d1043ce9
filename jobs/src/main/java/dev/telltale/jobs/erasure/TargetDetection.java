package dev.telltale.jobs.erasure;

import dev.telltale.detection.Detector;
import dev.telltale.detection.finding.Finding;
import dev.telltale.detection.finding.FingerprintKey;
import dev.telltale.detection.repeat.KnownLeak;
import dev.telltale.detection.repeat.KnownLeaks;
import dev.telltale.detection.rules.RuleSet;
import dev.telltale.detection.rules.TeamSource;
import dev.telltale.jobs.scan.ScanRules;
import dev.telltale.limit.Limits;
import dev.telltale.rewriting.Rewriter;
import dev.telltale.sql.SealedKey;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the values of a plan again: with the rules and the key of the scan, and by their own
 * fingerprints where nothing gives them away. Crosses to tasks with the key sealed.
 */
public final class TargetDetection implements Serializable {
  private static final long serialVersionUID = 1L;

  private final HashSet<String> fingerprints = new HashSet<>();
  private final ArrayList<KnownLeak> known = new ArrayList<>();
  private final @Nullable TeamSource team;
  private final boolean includeExamples;
  private final SealedKey key;

  /**
   * @param team a team's own file of rules, or null
   */
  public TargetDetection(
      List<Target> targets,
      FingerprintKey key,
      @Nullable TeamSource team,
      boolean includeExamples) {
    for (Target target : targets) {
      fingerprints.add(target.fingerprint());
      known.addAll(target.known());
    }
    this.team = team;
    this.includeExamples = includeExamples;
    this.key = SealedKey.of(key);
  }

  /** The rules of the scan. */
  public RuleSet rules() {
    return ScanRules.of(includeExamples, team);
  }

  /** A new one for a task, which closes it. */
  public Detector detector() {
    return new Detector(rules(), key.open(), Limits.defaults(), KnownLeaks.of(known));
  }

  /** A new one for a task, which closes it. */
  public Rewriter rewriter() {
    return new Rewriter(rules(), key.open(), Limits.defaults(), KnownLeaks.of(known));
  }

  /** Whether what was found is one of the values. */
  public boolean isTarget(Finding finding) {
    return fingerprints.contains(finding.fingerprint());
  }

  @Override
  public String toString() {
    return "a search for " + fingerprints.size() + " values";
  }
}
