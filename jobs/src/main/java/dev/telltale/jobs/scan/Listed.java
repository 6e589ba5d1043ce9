package dev.telltale.jobs.scan;

import dev.telltale.jobs.listing.SourceListing;
import dev.telltale.jobs.plan.BatchLimits;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;

/**
 * What the sources hold, listed once and kept on the executors' disks until it is closed: the
 * driver sees its size only.
 */
final class Listed implements AutoCloseable {
  private static final long LEAST_TASK = 2L << 20;
  private static final long MOST_TASK = 64L << 20;
  private static final int TASKS_PER_CORE = 8;

  private final SparkSession spark;
  private final Dataset<Row> objects;
  private final long count;

  private Listed(SparkSession spark, Dataset<Row> objects) {
    this.spark = spark;
    this.objects = objects.persist(StorageLevel.DISK_ONLY());
    this.count = this.objects.count();
  }

  /**
   * @throws dev.telltale.jobs.settings.UserMistake if a source cannot be listed
   */
  static Listed of(SparkSession spark, ScanOptions options) {
    return new Listed(
        spark,
        new SourceListing(spark.sparkContext().hadoopConfiguration())
            .list(spark, options.sources()));
  }

  Dataset<Row> objects() {
    return objects;
  }

  long count() {
    return count;
  }

  /**
   * Enough tasks to keep all cores busy to the end, none larger than Spark would make it for files.
   */
  BatchLimits limits(ScanOptions options, long freshObjects, long freshBytes) {
    long cores = Math.max(1, spark.sparkContext().defaultParallelism());
    long even = (freshBytes + freshObjects * (256 << 10)) / (cores * TASKS_PER_CORE);
    long task =
        options.taskBytes() > 0
            ? options.taskBytes()
            : Math.max(LEAST_TASK, Math.min(MOST_TASK, even));
    return new BatchLimits(task, options.batchBytes(), BatchLimits.BATCH_OBJECTS);
  }

  @Override
  public void close() {
    objects.unpersist(false);
  }
}
