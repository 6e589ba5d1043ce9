package dev.telltale.rewriting;

import dev.telltale.detection.Detector;
import dev.telltale.detection.finding.FingerprintKey;
import dev.telltale.detection.rules.RuleSet;
import dev.telltale.limit.Limits;
import dev.telltale.scan.FindingRow;
import dev.telltale.scan.ObjectRef;
import dev.telltale.scan.ObjectScan;
import java.io.IOException;
import java.util.function.Predicate;

/**
 * Rewrites objects without some of their values. Not thread-safe: one per task, on an executor.
 * Holds one object at a time, in memory that {@link Limits#MAX_REWRITTEN_BYTES} and {@link
 * Limits#MAX_REWRITTEN_UNPACKED_BYTES} bound.
 */
public final class Rewriter implements AutoCloseable {
  private final Limits limits;
  private final Detector detector;

  /**
   * @param rules as of the scan that found the values
   * @param key of that scan
   */
  public Rewriter(RuleSet rules, FingerprintKey key, Limits limits) {
    this.limits = limits;
    detector = new Detector(rules, key, limits);
  }

  /**
   * The object with every value replaced that a target has, wherever the object holds it; verified
   * by decoding and scanning both.
   *
   * @param ref the reference that was scanned: the ids of findings depend on it
   * @param source of the stored bytes; a failure to read them is thrown on
   * @param targets which findings are to go; the values of those, by fingerprint, go everywhere
   */
  public Rewriting rewrite(ObjectRef ref, ObjectScan.Source source, Predicate<FindingRow> targets)
      throws IOException {
    return ref.size() > limits.objectBytes()
        ? new NotRewritable(Obstacle.STORED_LIMIT)
        : new NotRewritable(Obstacle.NOT_LOCATED);
  }

  @Override
  public void close() {
    detector.close();
  }
}
