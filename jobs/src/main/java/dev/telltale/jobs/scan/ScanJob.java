package dev.telltale.jobs.scan;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import dev.telltale.detection.rules.RuleSet;
import dev.telltale.jobs.lease.Lease;
import dev.telltale.jobs.plan.BatchSize;
import dev.telltale.jobs.plan.Manifest;
import dev.telltale.jobs.plan.ManifestStore;
import dev.telltale.jobs.plan.ScanBatch;
import dev.telltale.jobs.settings.UserMistake;
import dev.telltale.jobs.store.StoreProblems;
import dev.telltale.jobs.tables.Lake;
import dev.telltale.jobs.tables.LakeTable;
import dev.telltale.jobs.tables.Ledger;
import dev.telltale.jobs.tables.ScannedRows;
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
 * Lists the sources, freezes what is new in a manifest, scans it batch by batch and commits each
 * batch: records, findings, and the ledger last. A run that an earlier driver left unfinished is
 * taken up first, with the same batches and the same transaction ids, so that what it had committed
 * is not written again. One scan at a time: see {@link Lease}. Driver.
 */
public final class ScanJob {
  private final SparkSession spark;
  private final ScanOptions options;
  private final ScanWatcher watcher;
  private final Clock clock;
  private final Lake lake;
  private final Ledger ledger;
  private final ManifestStore manifests;
  private final RuleSet rules;
  private Duration reading = Duration.ZERO;
  private Lease lease;

  public ScanJob(SparkSession spark, ScanOptions options, ScanWatcher watcher, Clock clock) {
    this.spark = spark;
    this.options = options;
    this.watcher = watcher;
    this.clock = clock;
    this.lake = new Lake(spark, options.lake());
    this.ledger = new Ledger(spark, lake);
    this.manifests = new ManifestStore(spark, options.lake());
    this.rules = ScanRules.of(options.includeExamples(), options.team());
  }

  /**
   * @throws UserMistake if the sources cannot be listed, the lake cannot be written, or another
   *     scan is writing it
   */
  public ScanResult run() {
    Instant started = clock.instant();
    watcher.step("listing " + String.join(", ", options.sources()));
    try (Listed listed = Listed.of(spark, options);
        CoreTime coreTime = new CoreTime(spark.sparkContext())) {
      return scan(started, listed, coreTime);
    } catch (IOException failed) {
      throw new UserMistake(
          List.of(StoreProblems.of("the lake " + lake.root() + " cannot be used", failed)));
    }
  }

  private ScanResult scan(Instant started, Listed listed, CoreTime coreTime) throws IOException {
    manifests.probe();
    try (Lease held =
        Lease.acquire(spark.sparkContext().hadoopConfiguration(), lake.root(), clock)) {
      lease = held;
      return scanAlone(started, listed, coreTime);
    }
  }

  private ScanResult scanAlone(Instant started, Listed listed, CoreTime coreTime)
      throws IOException {
    lake.create();
    List<String> runs = new ArrayList<>();
    for (Manifest left : manifests.unfinished()) {
      String runId = left.run().runId();
      if (canTakeUp(left)) {
        watcher.step("taking up run " + runId + ", which was left unfinished");
        finish(left, coreTime, true);
        runs.add(runId);
      } else {
        watcher.step("closing run " + runId + ", left unfinished under other rules or another key");
        lease.check();
        ledger.rollBack(manifests.objects(runId), runId);
        manifests.finish(runId);
      }
    }
    watcher.step("planning what is new of " + listed.count() + " objects");
    Manifest manifest = freeze(started, listed);
    if (manifest != null) {
      finish(manifest, coreTime, false);
      runs.add(manifest.run().runId());
    }
    return result(listed.count(), runs, started, coreTime);
  }

  private ScanResult result(long listed, List<String> runs, Instant started, CoreTime coreTime) {
    return new ScanResult(
        lake.root(),
        listed,
        runs,
        RunTotals.of(lake, runs),
        Duration.between(started, clock.instant()),
        reading,
        coreTime.seconds());
  }

  /** The manifest of what is new, or null if nothing is. */
  private Manifest freeze(Instant started, Listed listed) throws IOException {
    Dataset<Row> fresh =
        ledger.unseen(listed.objects(), rules.id()).persist(StorageLevel.DISK_ONLY());
    try {
      Row size = fresh.agg(count(lit(1)), coalesce(sum("size"), lit(0L))).first();
      if (size.getLong(0) == 0) {
        return null;
      }
      Manifest unplanned =
          new Manifest(
              new ScanRun(RunId.of(started), rules.id(), started),
              options.sources(),
              SettingsHash.of(options, rules.id()),
              options.fingerprintKey().id(),
              options.includeExamples(),
              listed.count(),
              List.of());
      return manifests.freeze(
          unplanned, fresh, listed.limits(options, size.getLong(0), size.getLong(1)));
    } finally {
      fresh.unpersist(false);
    }
  }

  /** Whether this call would write the rows that the run would have written. */
  private boolean canTakeUp(Manifest left) {
    return left.run().ruleSet().equals(rules.id())
        && left.fingerprintKeyId().equals(options.fingerprintKey().id())
        && left.includeExamples() == options.includeExamples();
  }

  private void finish(Manifest manifest, CoreTime coreTime, boolean takenUp) throws IOException {
    ScanRun run = manifest.run();
    lease.check();
    ledger.forgetUnread(manifests.objects(run.runId()), run.ruleSet(), run.runId());
    // Batches are committed in order and the ledger last, so its rows tell which are done.
    long committed = ledger.rowsOf(run.runId());
    ScanCounters counters = new ScanCounters(spark.sparkContext());
    ScanStage stage =
        new ScanStage(
            spark,
            run,
            manifest.includeExamples(),
            options.team(),
            options.fingerprintKey(),
            counters);
    ProgressPolling polling = new ProgressPolling(counters, manifest, watcher);
    boolean begun = takenUp;
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
    append(
        LakeTable.RUNS,
        RunRow.of(
            spark,
            manifest,
            RunTotals.of(lake, List.of(run.runId())),
            clock.instant(),
            coreTime.seconds()),
        run,
        0);
    manifests.finish(run.runId());
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
      ScannedRows rows = kept.rows();
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
          "it came first with a commit to " + lake.path(table) + ", so that this one was refused",
          "nothing is lost: run this command again when the other scan has ended");
    }
  }

  private void describe(String what) {
    spark.sparkContext().setJobGroup("telltale-scan", what, false);
    watcher.step(what);
  }
}
