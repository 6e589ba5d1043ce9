package dev.telltale.jobs.scan;

import dev.telltale.jobs.plan.Manifest;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Reports the counts to the watcher once a second until it is closed. */
final class ProgressPolling implements AutoCloseable {
  private final ScheduledExecutorService clock;
  private final Runnable report;
  private final ScheduledFuture<?> ticking;

  ProgressPolling(ScanCounters counters, Manifest manifest, ScanWatcher watcher) {
    long objects = manifest.objects();
    long bytes = manifest.bytes();
    ScanCounters.Counts before = counters.counts();
    report =
        () -> {
          ScanCounters.Counts now = counters.counts().since(before);
          watcher.progress(now.objects(), objects, now.bytes(), bytes, now.findings());
        };
    clock =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "telltale-progress");
              thread.setDaemon(true);
              return thread;
            });
    ticking = clock.scheduleAtFixedRate(report, 1, 1, TimeUnit.SECONDS);
  }

  @Override
  public void close() {
    ticking.cancel(false);
    clock.shutdownNow();
    report.run();
  }
}
