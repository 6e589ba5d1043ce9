package dev.telltale.jobs.scan;

import dev.telltale.jobs.listing.ListingOptions;
import dev.telltale.jobs.plan.Manifest;
import dev.telltale.jobs.settings.UserMistake;
import dev.telltale.jobs.store.StoreProblems;
import dev.telltale.jobs.stream.RunFeed;
import dev.telltale.jobs.stream.RunQuery;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.spark.sql.SparkSession;

/**
 * Scans as a streaming query: each batch is a run, frozen before Spark writes its offset down, and
 * finished as any other. After a crash the query brings the run back, and what it had committed is
 * not written again. Driver.
 */
public final class ScanStream {
  private final SparkSession spark;
  private final ScanOptions options;
  private final Supplier<ListingOptions> listing;
  private final ScanWatcher watcher;
  private final Clock clock;

  /**
   * @param listing asked before every listing, so that windows can move with the time
   */
  public ScanStream(
      SparkSession spark,
      ScanOptions options,
      Supplier<ListingOptions> listing,
      ScanWatcher watcher,
      Clock clock) {
    this.spark = spark;
    this.options = options;
    this.listing = listing;
    this.watcher = watcher;
    this.clock = clock;
  }

  /**
   * Scans what is there now, or for ever what comes.
   *
   * @param interval between the starts of two listings; null to list once
   * @param checkpoint folder of Spark's checkpoint
   * @param finished receives each run
   * @throws UserMistake if the sources cannot be listed, the lake cannot be written, or another
   *     scan is writing it
   */
  public void run(Duration interval, String checkpoint, Consumer<ScanResult> finished) {
    try (ScanRuns runs = new ScanRuns(spark, options, watcher, clock)) {
      new RunQuery(spark, new Feed(runs, interval == null, finished), checkpoint).run(interval);
    } catch (IOException failed) {
      throw unusable(failed);
    }
  }

  private UserMistake unusable(IOException failed) {
    return new UserMistake(
        List.of(StoreProblems.of("the lake " + options.lake() + " cannot be used", failed)));
  }

  private final class Feed implements RunFeed {
    private final ScanRuns runs;
    private final boolean once;
    private final Consumer<ScanResult> finished;
    private boolean listed;

    Feed(ScanRuns runs, boolean once, Consumer<ScanResult> finished) {
      this.runs = runs;
      this.once = once;
      this.finished = finished;
    }

    @Override
    public String next() {
      try {
        List<Manifest> left = runs.leftUnfinished();
        if (!left.isEmpty()) {
          return left.get(0).run().runId();
        }
        if (once && listed) {
          return null;
        }
        listed = true;
        watcher.step("listing " + String.join(", ", options.sources()));
        try (Listed objects = Listed.of(spark, options.with(listing.get()))) {
          Manifest fresh = runs.freeze(objects);
          if (fresh == null && once) {
            report(
                objects.count(),
                objects.deleteMarkers(),
                List.of(),
                RunTotals.NONE,
                Duration.ZERO,
                Duration.ZERO,
                0);
          }
          return fresh == null ? null : fresh.run().runId();
        }
      } catch (IOException failed) {
        throw unusable(failed);
      }
    }

    private void report(
        long listed,
        long deleteMarkers,
        List<String> runIds,
        RunTotals totals,
        Duration wall,
        Duration reading,
        double coreSeconds) {
      finished.accept(
          new ScanResult(listed, deleteMarkers, runIds, totals, wall, reading, coreSeconds));
    }

    @Override
    public void finish(String runId) {
      Instant began = clock.instant();
      Duration readBefore = runs.reading();
      double coresBefore = runs.coreSeconds();
      try {
        Manifest run = runs.unfinished(runId);
        if (run != null) {
          RunTotals totals = runs.finish(run);
          report(
              run.listed(),
              run.deleteMarkers(),
              List.of(runId),
              totals,
              Duration.between(began, clock.instant()),
              runs.reading().minus(readBefore),
              runs.coreSeconds() - coresBefore);
        }
      } catch (IOException failed) {
        throw unusable(failed);
      }
    }
  }
}
