package dev.telltale.jobs.scan;

import dev.telltale.jobs.plan.Manifest;
import dev.telltale.jobs.settings.UserMistake;
import dev.telltale.jobs.store.StoreProblems;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.SparkSession;

/**
 * One scan: what earlier drivers left unfinished is taken up, the sources are listed, and what is
 * new in them is frozen, scanned and committed. Driver.
 */
public final class ScanJob {
  private final SparkSession spark;
  private final ScanOptions options;
  private final ScanWatcher watcher;
  private final Clock clock;

  public ScanJob(SparkSession spark, ScanOptions options, ScanWatcher watcher, Clock clock) {
    this.spark = spark;
    this.options = options;
    this.watcher = watcher;
    this.clock = clock;
  }

  /**
   * @throws UserMistake if the sources cannot be listed, the lake cannot be written, or another
   *     scan is writing it
   */
  public ScanResult run() {
    Instant started = clock.instant();
    watcher.step("listing " + String.join(", ", options.sources()));
    try (Listed listed = Listed.of(spark, options);
        ScanRuns runs = new ScanRuns(spark, options, watcher, clock)) {
      List<String> finished = new ArrayList<>();
      RunTotals totals = RunTotals.NONE;
      for (Manifest left : runs.leftUnfinished()) {
        totals = totals.plus(runs.finish(left));
        finished.add(left.run().runId());
      }
      Manifest fresh = runs.freeze(listed);
      if (fresh != null) {
        totals = totals.plus(runs.finish(fresh));
        finished.add(fresh.run().runId());
      }
      return new ScanResult(
          listed.count(),
          listed.deleteMarkers(),
          finished,
          totals,
          Duration.between(started, clock.instant()),
          runs.reading(),
          runs.coreSeconds());
    } catch (IOException failed) {
      throw new UserMistake(
          List.of(StoreProblems.of("the lake " + options.lake() + " cannot be used", failed)));
    }
  }
}
