package dev.telltale.jobs.command.kernel;

import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apache.spark.SparkStageInfo;
import org.apache.spark.SparkStatusTracker;
import org.apache.spark.sql.SparkSession;
import org.dflib.jjava.jupyter.kernel.DisplayStream;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;

/** A line below a cell that runs for long: which share of the tasks at hand is done. */
final class CellProgress implements AutoCloseable {
  private static final long FIRST_MILLIS = 3_000;
  private static final long EVERY_MILLIS = 1_000;

  private final DisplayStream display;
  private final String id = UUID.randomUUID().toString();
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "telltale-kernel-progress");
            thread.setDaemon(true);
            return thread;
          });
  private boolean shown;

  CellProgress(DisplayStream display) {
    this.display = display;
  }

  void start() {
    ScheduledFuture<?> unused =
        timer.scheduleAtFixedRate(this::show, FIRST_MILLIS, EVERY_MILLIS, TimeUnit.MILLISECONDS);
  }

  private synchronized void show() {
    scala.Option<SparkSession> session = SparkSession.getDefaultSession();
    if (timer.isShutdown() || !display.isAttached()) {
      return;
    }
    show(session.isEmpty() ? "Spark is starting" : tasks(session.get()));
  }

  private static String tasks(SparkSession session) {
    SparkStatusTracker tracker = session.sparkContext().statusTracker();
    int done = 0;
    int all = 0;
    for (int stage : tracker.getActiveStageIds()) {
      scala.Option<SparkStageInfo> info = tracker.getStageInfo(stage);
      if (info.isDefined()) {
        done += info.get().numCompletedTasks();
        all += info.get().numTasks();
      }
    }
    return all == 0 ? "planning" : done + " of " + all + " tasks";
  }

  private void show(String words) {
    DisplayData line = new DisplayData();
    line.putText(words);
    if (shown) {
      display.updateDisplay(id, line);
    } else {
      line.setDisplayId(id);
      display.display(line);
      shown = true;
    }
  }

  /** Leaves an empty line where there was one. */
  @Override
  public synchronized void close() {
    timer.shutdownNow();
    if (shown) {
      show("");
    }
  }
}
