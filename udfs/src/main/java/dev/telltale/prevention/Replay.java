package dev.telltale.prevention;

import dev.telltale.detection.DetectionContext;
import dev.telltale.detection.Detector;
import dev.telltale.detection.finding.Finding;
import dev.telltale.value.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Sends records through processors: those of a case, to see which of its values are gone
 * afterwards, and innocent ones, to see how many are changed. Runs in a task; not thread-safe.
 */
public final class Replay {
  private final List<Prevention> preventions;
  private final Set<String> fingerprints;
  private final Detector detector;
  private final List<ReplayCount> counts = new ArrayList<>();

  /**
   * @param fingerprints of the case
   * @param detector which knows the values of the case without any context; used by nobody else
   */
  public Replay(List<Prevention> preventions, Set<String> fingerprints, Detector detector) {
    this.preventions = List.copyOf(preventions);
    this.fingerprints = Set.copyOf(fingerprints);
    this.detector = detector;
    preventions.forEach(prevention -> counts.add(ReplayCount.NONE));
  }

  /**
   * A record, with what a scan found in it.
   *
   * @param findings of the record
   */
  public void add(SentRecord sent, List<Finding> findings) {
    Set<String> before = targets(findings);
    boolean innocent = findings.isEmpty();
    if (!innocent && before.isEmpty()) {
      return; // another case: what happens to it is neither good nor bad for this one
    }
    for (int i = 0; i < counts.size(); i++) {
      Value after = preventions.get(i).processed(sent);
      boolean changed = after != sent.body();
      ReplayCount count =
          innocent
              ? ReplayCount.innocent(changed)
              : ReplayCount.affected(before.size(), changed ? left(after) : before.size());
      counts.set(i, counts.get(i).plus(count));
    }
  }

  private int left(Value after) {
    if (after == null) {
      return 0;
    }
    detector.startObject();
    return targets(detector.detect(after, DetectionContext.none()).findings()).size();
  }

  private Set<String> targets(List<Finding> findings) {
    Set<String> met = new HashSet<>();
    for (Finding finding : findings) {
      if (fingerprints.contains(finding.fingerprint())) {
        met.add(finding.fingerprint());
      }
    }
    return met;
  }

  /** In the order of the processors. */
  public List<ReplayCount> counts() {
    return List.copyOf(counts);
  }
}
