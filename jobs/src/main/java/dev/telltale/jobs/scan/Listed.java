package dev.telltale.jobs.scan;

import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;

import dev.telltale.jobs.limit.RunLimits;
import dev.telltale.jobs.listing.ListedRow;
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
  private static final long MIN_TASK = 2L << 20;
  private static final long MAX_TASK = 64L << 20;
  private static final int TASKS_PER_CORE = 8;

  private final SparkSession spark;
  private final Dataset<Row> all;
  private final long count;
  private final long deleteMarkers;

  private Listed(SparkSession spark, Dataset<Row> all) {
    this.spark = spark;
    this.all = all.persist(StorageLevel.DISK_ONLY());
    Row counts = this.all.agg(count_if(lit(true)), count_if(ListedRow.isDeleteMarker())).first();
    this.deleteMarkers = counts.getLong(1);
    this.count = counts.getLong(0) - deleteMarkers;
  }

  /**
   * @throws dev.telltale.jobs.settings.UserMistake if a source cannot be listed
   */
  static Listed of(SparkSession spark, ScanOptions options) {
    return new Listed(spark, new SourceListing(spark, options.listing()).list());
  }

  Dataset<Row> objects() {
    return all.where(not(ListedRow.isDeleteMarker()));
  }

  long count() {
    return count;
  }

  /** How many keys' versions end in a delete marker; 0 unless all versions were listed. */
  long deleteMarkers() {
    return deleteMarkers;
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
            : Math.max(MIN_TASK, Math.min(MAX_TASK, even));
    return new BatchLimits(task, options.batchBytes(), RunLimits.MAX_BATCH_OBJECTS);
  }

  @Override
  public void close() {
    all.unpersist(false);
  }
}
