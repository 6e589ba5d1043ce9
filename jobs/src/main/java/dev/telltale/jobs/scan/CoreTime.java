package dev.telltale.jobs.scan;

import java.util.concurrent.atomic.AtomicLong;
import org.apache.spark.SparkContext;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerTaskEnd;

/** Adds up the time that tasks ran, while it is attached. */
final class CoreTime extends SparkListener implements AutoCloseable {
  private final SparkContext spark;
  private final AtomicLong milliseconds = new AtomicLong();

  CoreTime(SparkContext spark) {
    this.spark = spark;
    spark.addSparkListener(this);
  }

  @Override
  public void onTaskEnd(SparkListenerTaskEnd ended) {
    if (ended.taskMetrics() != null) {
      milliseconds.addAndGet(ended.taskMetrics().executorRunTime());
    }
  }

  double seconds() {
    return milliseconds.get() / 1000.0;
  }

  @Override
  public void close() {
    spark.removeSparkListener(this);
  }
}
