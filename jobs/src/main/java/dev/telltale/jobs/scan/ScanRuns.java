package dev.telltale.jobs.scan;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import dev.telltale.detection.repeat.KnownLeak;
import dev.telltale.detection.rules.RuleSet;
import dev.telltale.jobs.lease.Lease;
import dev.telltale.jobs.plan.BatchSize;
import dev.telltale.jobs.plan.Manifest;
import dev.telltale.jobs.plan.ManifestStore;
import dev.telltale.jobs.plan.ScanBatch;
import dev.telltale.jobs.settings.UserMistake;
import dev.telltale.jobs.tables.CachedBatch;
import dev.telltale.jobs.tables.Lake;
import dev.telltale.jobs.tables.LakeTable;
import dev.telltale.jobs.tables.Ledger;
import dev.telltale.scan.ScanRun;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.ConcurrentModificationException;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;

/**
 * The runs of a lake, for the one driver that may write it: freezes what is new in a manifest,
 * scans it batch by batch, and commits each batch: records, findings, and the ledger last. A run
 * that an earlier driver left unfinished is taken up with the same batches and the same transaction
 * ids, so that what it had committed is not written again. Holds the {@link Lease} until it is
 * closed. Driver; used by one thread.
 */
final class ScanRuns implements AutoCloseable {
  private final SparkSession spark;
  private final ScanOptions options;
  private final ScanWatcher watcher;
  private final Clock clock;
  private final Lake lake;
  private final Ledger ledger;
  private final ManifestStore manifests;
  private final RuleSet rules;
  private final ScanCounters counters;
  private final Lease lease;
  private final CoreTime coreTime;
  private Duration reading = Duration.ZERO;
  private String frozen;

  /**
   * @throws dev.telltale.jobs.settings.UserMistake if another scan is writing the lake
   * @throws IOException if the lake cannot be written
   */
  ScanRuns(SparkSession spark, ScanOptions options, ScanWatcher watcher, Clock clock)
      throws IOException {
    this.spark = spark;
    this.options = options;
    this.watcher = watcher;
    this.clock = clock;
    this.lake = new Lake(spark, options.lake());
    this.ledger = new Ledger(spark, lake);
    this.manifests = new ManifestStore(spark, options.lake());
    this.rules = ScanRules.of(options.includeExamples(), options.team());
    manifests.probe();
    this.lease = Lease.acquire(spark.sparkContext().hadoopConfiguration(), lake.root(), clock);
    this.counters = ScanCounters.watched(spark.sparkContext());
    this.coreTime = new CoreTime(spark.sparkContext());
    try {
      lake.create();
      new RulesOfLake(spark, lake, rules).prepare(options.rulesChanged(), watcher, clock);
    } catch (IOException | RuntimeException failed) {
      close();
      throw failed;
    }
  }

  /** Time in which objects were read, decoded and scanned. */
  Duration reading() {
    return reading;
  }

  double coreSeconds() {
    return coreTime.seconds();
  }

  /**
   * Runs that earlier drivers left and that this one can finish, the oldest first. Those that it
   * cannot, for rules or key are others now, are closed: what they had not committed is removed,
   * and is new again.
   */
  List<Manifest> leftUnfinished() throws IOException {
    List<Manifest> takenUp = new ArrayList<>();
    for (Manifest left : manifests.unfinished()) {
      String runId = left.run().runId();
      if (canTakeUp(left)) {
        manifests.requireWithin(left, options.sources());
        watcher.step("resuming run " + runId + ", which was left unfinished");
        takenUp.add(left);
      } else {
        watcher.step("closing run " + runId + ", left unfinished under other rules or another key");
        lease.check();
        ledger.rollBack(manifests.objects(runId), runId);
        manifests.finish(runId);
      }
    }
    return takenUp;
  }

  /** A run that this driver froze, or could take up; null if it is finished or closed. */
  Manifest unfinished(String runId) throws IOException {
    for (Manifest left : manifests.unfinished()) {
      if (left.run().runId().equals(runId) && canTakeUp(left)) {
        return left;
      }
    }
    return null;
  }

  /** Whether this driver would write the rows that the run would have written. */
  private boolean canTakeUp(Manifest left) {
    return left.run().ruleSet().equals(rules.id())
        && left.fingerprintKeyId().equals(options.fingerprintKey().id())
        && left.includeExamples() == options.includeExamples();
  }

  /** The manifest of what is new in a listing, or null if nothing is. */
  Manifest freeze(Listed listed) throws IOException {
    if (options.listing().allVersions()) {
      lease.check();
      ledger.restate(listed.objects());
    }
    watcher.step("planning what is new of " + listed.count() + " objects");
    Dataset<Row> fresh =
        ledger
            .unseen(listed.objects(), rules.id(), options.findingsOnly())
            .persist(StorageLevel.DISK_ONLY());
    try {
      Row size = fresh.agg(count(lit(1)), coalesce(sum("size"), lit(0L))).first();
      if (size.getLong(0) == 0) {
        return null;
      }
      Instant now = clock.instant();
      Manifest unplanned =
          new Manifest(
              new ScanRun(RunId.of(now), rules.id(), now),
              options.sources(),
              SettingsHash.of(options, rules.id()),
              options.fingerprintKey().id(),
              options.includeExamples(),
              options.findingsOnly(),
              listed.count(),
              listed.deleteMarkers(),
              List.of());
      frozen = unplanned.run().runId();
      return manifests.freeze(
          unplanned, fresh, listed.limits(options, size.getLong(0), size.getLong(1)));
    } finally {
      fresh.unpersist(false);
    }
  }

  /**
   * Scans and commits what a run has not committed yet, and closes it.
   *
   * @return the figures of the whole run
   */
  RunTotals finish(Manifest manifest) throws IOException {
    ScanRun run = manifest.run();
    double before = coreTime.seconds();
    lease.check();
    Ledger.Before ledgerBefore = ledger.before(run.ruleSet(), run.runId());
    if (ledgerBefore.hasUnread()) {
      ledger.forgetUnread(manifests.objects(run.runId()), run.ruleSet(), run.runId());
    }
    // Batches are committed in order and the ledger last, so its rows show which are done.
    long committed = ledgerBefore.committed();
    ReadingMarks marks = new ReadingMarks(lake.root(), run.runId());
    ScanStage stage =
        new ScanStage(
            spark,
            marks,
            run,
            manifest.includeExamples(),
            manifest.findingsOnly(),
            options.team(),
            options.fingerprintKey(),
            known(run.runId()),
            counters);
    boolean begun = !run.runId().equals(frozen);
    ProgressPolling polling = new ProgressPolling(counters, manifest, watcher);
    try (polling) {
      for (BatchSize batch : manifest.batches()) {
        if (committed >= batch.objects()) {
          committed -= batch.objects();
        } else {
          commit(stage, manifests.batch(run.runId(), batch.number()), run, begun);
          begun = false;
        }
      }
    }
    if (ledgerBefore.lacksRecords() && !manifest.findingsOnly()) {
      lease.check();
      ledger.replaceFindingsOnly(run.ruleSet(), run.runId());
    }
    RunTotals totals = RunTotals.of(lake, run.runId());
    append(
        LakeTable.RUNS,
        RunRow.of(spark, manifest, totals, clock.instant(), coreTime.seconds() - before),
        run,
        0);
    manifests.finish(run.runId());
    marks.forget(spark.sparkContext().hadoopConfiguration());
    return totals;
  }

  private List<KnownLeak> known(String runId) {
    return options.knownFromLake() ? new KnownFromLake(lake, watcher).before(runId) : List.of();
  }

  /**
   * @param begun whether an earlier driver may have committed a part of it
   */
  private void commit(ScanStage stage, ScanBatch batch, ScanRun run, boolean begun) {
    String what = "run " + run.runId() + ", batch " + batch.number();
    describe(what + ": reading and scanning " + batch.objects() + " objects");
    Instant began = clock.instant();
    try (ScanStage.Kept kept = stage.read(batch)) {
      reading = reading.plus(Duration.between(began, clock.instant()));
      CachedBatch rows = kept.rows();
      describe(what + ": writing records");
      append(LakeTable.RECORDS, rows.records(), run, batch.number());
      describe(what + ": writing findings");
      append(LakeTable.FINDINGS, rows.findings(), run, batch.number());
      describe(what + ": writing the ledger");
      lease.check();
      Dataset<Row> objects = begun ? ledger.settle(rows.objects(), run.runId()) : rows.objects();
      append(LakeTable.OBJECTS, objects, run, batch.number());
    }
  }

  private void append(LakeTable table, Dataset<Row> rows, ScanRun run, int batch) {
    lease.check();
    try {
      lake.append(table, rows, run.runId(), batch);
    } catch (ConcurrentModificationException refused) {
      throw new UserMistake(
          "another scan is writing this lake",
          "it committed to " + lake.path(table) + " first, so the commit of this scan was rejected",
          "nothing is lost: run this command again when the other scan has ended");
    }
  }

  private void describe(String what) {
    // A streaming query is stopped by the group that Spark gave its jobs.
    if (spark.sparkContext().getLocalProperty("spark.jobGroup.id") == null) {
      spark.sparkContext().setJobGroup("telltale-scan", what, false);
    } else {
      spark.sparkContext().setJobDescription(what);
    }
    watcher.step(what);
  }

  @Override
  public void close() {
    coreTime.close();
    lease.close();
  }
}
