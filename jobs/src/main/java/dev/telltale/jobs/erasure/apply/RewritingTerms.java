package dev.telltale.jobs.erasure.apply;

import dev.telltale.detection.finding.FingerprintKey;
import dev.telltale.detection.rules.TeamSource;
import dev.telltale.jobs.erasure.Target;
import dev.telltale.jobs.scan.ScanRules;
import dev.telltale.limit.Limits;
import dev.telltale.rewriting.Rewriter;
import dev.telltale.sql.SealedKey;
import java.io.Serializable;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What tasks need to find the values of a plan again. The key crosses to them sealed. */
public final class RewritingTerms implements Serializable {
  private static final long serialVersionUID = 1L;

  private final HashSet<String> fingerprints = new HashSet<>();
  private final @Nullable TeamSource team;
  private final boolean includeExamples;
  private final SealedKey key;

  /**
   * @param team a team's own file of rules, or null
   */
  public RewritingTerms(
      List<Target> targets,
      FingerprintKey key,
      @Nullable TeamSource team,
      boolean includeExamples) {
    targets.forEach(each -> fingerprints.add(each.fingerprint()));
    this.team = team;
    this.includeExamples = includeExamples;
    this.key = SealedKey.of(key);
  }

  Set<String> fingerprints() {
    return fingerprints;
  }

  /** A new one for a task. */
  Rewriter rewriter() {
    return new Rewriter(ScanRules.of(includeExamples, team), key.open(), Limits.defaults());
  }

  @Override
  public String toString() {
    return fingerprints.size() + " values";
  }
}
