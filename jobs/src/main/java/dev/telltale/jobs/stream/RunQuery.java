package dev.telltale.jobs.stream;

import dev.telltale.jobs.settings.UserMistake;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.apache.spark.api.java.function.VoidFunction2;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.streaming.StreamingQuery;
import org.apache.spark.sql.streaming.StreamingQueryException;
import org.apache.spark.sql.streaming.Trigger;

/** The streaming query that brings a feed its runs back, checkpointed between the two. Driver. */
public final class RunQuery {
  private final SparkSession spark;
  private final RunFeed feed;
  private final String checkpoint;

  /**
   * @param checkpoint folder of Spark's checkpoint, local or s3a
   */
  public RunQuery(SparkSession spark, RunFeed feed, String checkpoint) {
    this.spark = spark;
    this.feed = feed;
    this.checkpoint = checkpoint;
  }

  /**
   * Runs until all is done that is available now, or for ever.
   *
   * @param interval between the starts of two listings; null for what is available now
   * @throws UserMistake if the feed met one
   */
  public void run(Duration interval) {
    String name = RunFeeds.open(feed);
    Trigger trigger =
        interval == null ? Trigger.AvailableNow() : Trigger.ProcessingTime(interval.toMillis());
    VoidFunction2<Dataset<Row>, Long> finish =
        (runs, batch) -> {
          for (Row run : runs.collectAsList()) {
            feed.finish(run.getString(0));
          }
        };
    try {
      StreamingQuery query =
          spark
              .readStream()
              .format(RunSource.class.getName())
              .option(RunSource.FEED, name)
              .load()
              .writeStream()
              .queryName("telltale scan")
              .option("checkpointLocation", checkpoint)
              .trigger(trigger)
              .foreachBatch(finish)
              .start();
      query.awaitTermination();
    } catch (StreamingQueryException failed) {
      if (!isStopped(failed)) {
        throw cause(failed);
      }
    } catch (TimeoutException failed) {
      throw new IllegalStateException("the query did not start", failed);
    } finally {
      RunFeeds.close(name);
    }
  }

  /** Whoever stops the query interrupts what the feed is doing, such as listing. */
  private static boolean isStopped(StreamingQueryException failed) {
    for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
      if (cause instanceof InterruptedException) {
        return true;
      }
    }
    return false;
  }

  /** What the feed threw, out of what Spark wraps around it. */
  private static RuntimeException cause(StreamingQueryException failed) {
    for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
      if (cause instanceof UserMistake mistake) {
        return mistake;
      }
    }
    return new IllegalStateException("the streaming query failed", failed);
  }
}
