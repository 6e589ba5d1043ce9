package dev.telltale.jobs.prevention;

import dev.telltale.detection.repeat.KnownLeak;
import dev.telltale.prevention.ReplayCount;
import java.io.Serializable;
import java.util.List;
import java.util.Set;

/**
 * What tasks need to know of a case, without a value: serialised to executors.
 *
 * @param fieldPatterns where its values stand
 * @param rules ids of those that found them
 * @param fingerprints of its values
 * @param known the same values, to be found without context
 */
record ReplayedCase(
    List<String> fieldPatterns, List<String> rules, Set<String> fingerprints, List<KnownLeak> known)
    implements Serializable {
  /** What one object showed: a count for each processor, in their order. */
  record ObjectCounts(boolean read, List<ReplayCount> counts) implements Serializable {}
}
