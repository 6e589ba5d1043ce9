package dev.telltale.rewriting;

import dev.telltale.decoding.FrameDecoder;
import dev.telltale.detection.Detector;
import dev.telltale.detection.finding.FingerprintKey;
import dev.telltale.detection.repeat.KnownLeaks;
import dev.telltale.detection.repeat.RepeatedValues;
import dev.telltale.detection.rules.RuleSet;
import dev.telltale.fault.FaultKind;
import dev.telltale.limit.Limits;
import dev.telltale.rewriting.edit.CannotEdit;
import dev.telltale.rewriting.layer.Layers;
import dev.telltale.scan.FindingRow;
import dev.telltale.scan.ObjectRef;
import dev.telltale.scan.ObjectRows;
import dev.telltale.scan.ObjectScan;
import dev.telltale.scan.ObjectStatus;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Rewrites objects without some of their values. Not thread-safe: one per task, on an executor.
 * Holds one object at a time, in memory that {@link Limits#MAX_REWRITTEN_BYTES} and {@link
 * Limits#MAX_REWRITTEN_UNPACKED_BYTES} bound.
 */
public final class Rewriter implements AutoCloseable {
  private static final Set<ObjectStatus> READ = Set.of(ObjectStatus.SCANNED, ObjectStatus.PARTIAL);

  private final RuleSet rules;
  private final FingerprintKey key;
  private final Limits limits;
  private final KnownLeaks leaks;
  private Detector detector;

  /**
   * @param rules as of the scan that found the values
   * @param key of that scan
   * @param leaks values that are found wherever they stand, without a rule that fits
   */
  public Rewriter(RuleSet rules, FingerprintKey key, Limits limits, KnownLeaks leaks) {
    this.rules = rules;
    this.key = key;
    this.limits = limits.forRewriting();
    this.leaks = leaks;
    detector = new Detector(rules, key, this.limits, leaks);
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
    if (ref.size() > Limits.MAX_REWRITTEN_BYTES) {
      return new NotRewritable(Obstacle.STORED_LIMIT);
    }
    byte[] stored;
    try (InputStream in = source.open()) {
      stored = in.readNBytes(Limits.MAX_REWRITTEN_BYTES + 1);
    }
    if (stored.length > Limits.MAX_REWRITTEN_BYTES) {
      return new NotRewritable(Obstacle.STORED_LIMIT);
    }
    long max = Limits.MAX_REWRITTEN_UNPACKED_BYTES;
    if (LeafComparison.unpacked(stored, limits, max) > max) {
      return new NotRewritable(Obstacle.UNPACKED_LIMIT);
    }
    return rewrite(ref, stored, targets);
  }

  private Rewriting rewrite(ObjectRef ref, byte[] stored, Predicate<FindingRow> targets)
      throws IOException {
    SeenObject first = new SeenObject();
    detector.watch(first::show);
    ObjectRows rows = ObjectRows.standing(() -> scan(ref, stored), detector, Limits.MAX_HELD_BYTES);
    first.readAll(rows, Set.of());
    if (rows.brokeDown()) {
      renewDetector();
      return new NotRewritable(Obstacle.INCOMPLETE);
    }
    if (!READ.contains(first.object().status())
        || first.findings().size() >= Limits.MAX_REWRITTEN_FINDINGS) {
      return new NotRewritable(Obstacle.INCOMPLETE);
    }
    RepeatedValues values = detector.found();
    List<FindingRow> findings = first.findings();
    Set<String> gone = new HashSet<>();
    findings.stream().filter(targets).forEach(row -> gone.add(row.finding().fingerprint()));
    if (gone.isEmpty()) {
      return new NotRewritable(Obstacle.NO_TARGET);
    }
    SeenObject before = seen(ref, stored, values, Set.of());
    Obstacle obstacle = obstacle(before, gone);
    if (obstacle != null) {
      return new NotRewritable(obstacle);
    }
    List<ReplacedLeaf> replaced =
        findings.stream()
            .filter(row -> gone.contains(row.finding().fingerprint()))
            .map(
                row ->
                    new ReplacedLeaf(
                        row.id(),
                        row.recordIndex(),
                        row.finding().rule(),
                        row.finding().fingerprint(),
                        row.finding().fieldPath()))
            .toList();
    Rewriting result = new NotRewritable(Obstacle.NOT_LOCATED);
    for (Replacement replacement : Replacement.values()) {
      // What was met in the second reading may be more, and in less decoded forms.
      for (SeenObject found : List.of(first, before)) {
        result = attempt(ref, stored, found, before, gone, replacement, replaced, values);
        if (result instanceof Rewritten || !mayHelp(result)) {
          return result;
        }
      }
    }
    return result;
  }

  /** Whether what did not work with one replacement may work with another. */
  private static boolean mayHelp(Rewriting result) {
    return result instanceof NotRewritable failed
        && (failed.obstacle() == Obstacle.COLLATERAL || failed.obstacle() == Obstacle.SURVIVED);
  }

  private static @Nullable Obstacle obstacle(SeenObject object, Set<String> gone) {
    for (FindingRow row : object.findings()) {
      if (!gone.contains(row.finding().fingerprint())) {
        continue;
      }
      if (row.recordIndex() == FindingRow.IN_KEY) {
        return Obstacle.IN_KEY;
      }
      SeenRecord record = object.records().get(row.recordIndex());
      Obstacle known =
          record == null
              ? null
              : Rewritable.of(
                      record.format(), List.of(), record.layers(), row.finding().encodings())
                  .orElse(null);
      if (known != null) {
        return known;
      }
    }
    return null;
  }

  private Rewriting attempt(
      ObjectRef ref,
      byte[] stored,
      SeenObject found,
      SeenObject before,
      Set<String> gone,
      Replacement replacement,
      List<ReplacedLeaf> replaced,
      RepeatedValues values)
      throws IOException {
    OpenLayer root = new OpenLayer(stored, new Layers(Limits.MAX_REWRITTEN_UNPACKED_BYTES));
    Set<Long> touched = new HashSet<>();
    byte[] changed;
    LeafComparison leaves = new LeafComparison(limits);
    try {
      Placing placing = new Placing(root, found, limits, replacement);
      for (SeenObject.PlacedText placed : found.placed()) {
        if (gone.contains(placed.text().fingerprint())) {
          touched.add(placed.record());
          placing.add(placed);
        }
      }
      placing.edit();
      changed = root.changed();
      if (!leaves.same(root, changed)) {
        return new NotRewritable(Obstacle.COLLATERAL);
      }
    } catch (CannotEdit met) {
      return new NotRewritable(Obstacle.of(met.reason()));
    } catch (RuntimeException | StackOverflowError bug) {
      // What an input brings down is one object, which stays as it is.
      return new NotRewritable(Obstacle.FAILED);
    }
    ObjectComparison comparison = new ObjectComparison(before, gone, limits);
    SeenObject after = seen(sized(ref, changed), changed, values, comparison.whole());
    Obstacle difference = comparison.difference(after);
    if (difference != null) {
      return new NotRewritable(difference);
    }
    return new Rewritten(
        changed,
        replaced,
        new RewriteProof(
            LeafComparison.hex(stored),
            LeafComparison.hex(changed),
            before.records().size(),
            touched.size(),
            before.findings().size(),
            after.findings().size(),
            leaves.unchanged(),
            leaves.replaced()));
  }

  /** One reading in which these values are found wherever they stand. */
  private SeenObject seen(ObjectRef ref, byte[] stored, RepeatedValues values, Set<Long> whole) {
    SeenObject object = new SeenObject();
    detector.lookFor(values);
    detector.watch(object::show);
    ObjectScan scan = scan(ref, stored);
    scan.watch(object);
    object.readAll(scan, whole);
    if (scan.brokeDown()) {
      renewDetector();
    }
    return object;
  }

  /** One that an error of the virtual machine left in any state is not used again. */
  private void renewDetector() {
    detector.close();
    detector = new Detector(rules, key, limits, leaks);
  }

  private ObjectScan scan(ObjectRef ref, byte[] stored) {
    return new ObjectScan(
        ref,
        () -> new ByteArrayInputStream(stored),
        failed -> FaultKind.READ_FAILED,
        limits,
        () -> 0,
        new FrameDecoder(limits),
        detector);
  }

  private static ObjectRef sized(ObjectRef ref, byte[] bytes) {
    return new ObjectRef(
        ref.bucket(), ref.key(), ref.versionId(), ref.etag(), bytes.length, ref.lastModified());
  }

  @Override
  public void close() {
    detector.close();
  }
}
