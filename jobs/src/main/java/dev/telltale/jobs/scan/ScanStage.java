package dev.telltale.jobs.scan;

import dev.telltale.detection.finding.FingerprintKey;
import dev.telltale.detection.repeat.KnownLeak;
import dev.telltale.detection.rules.TeamSource;
import dev.telltale.jobs.plan.ScanBatch;
import dev.telltale.jobs.plan.ScanTask;
import dev.telltale.jobs.tables.CachedBatch;
import dev.telltale.limit.Limits;
import dev.telltale.scan.ScanRun;
import dev.telltale.sql.ScannedRow;
import dev.telltale.sql.SealedKey;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;
import org.apache.spark.util.SerializableConfiguration;

/**
 * Reads a batch once and keeps its rows, redacted, for the three tables that are written from them.
 * Driver.
 */
final class ScanStage {
  private final SparkSession spark;
  private final JavaSparkContext context;
  private final ScanTasks function;
  private final ScanRun run;

  ScanStage(
      SparkSession spark,
      ReadingMarks marks,
      ScanRun run,
      boolean includeExamples,
      boolean findingsOnly,
      TeamSource team,
      FingerprintKey key,
      List<KnownLeak> known,
      ScanCounters counters) {
    this.spark = spark;
    this.context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    this.run = run;
    Configuration settings = spark.sparkContext().hadoopConfiguration();
    Broadcast<SerializableConfiguration> hadoop =
        context.broadcast(new SerializableConfiguration(settings));
    this.function =
        new ScanTasks(
            includeExamples,
            findingsOnly,
            team,
            Limits.defaults(),
            SealedKey.of(key),
            context.broadcast(known),
            hadoop,
            counters,
            marks);
  }

  /** The rows of the batch; to be released when they are written. */
  Kept read(ScanBatch batch) {
    JavaRDD<ScanTask> tasks = context.parallelize(batch.tasks(), batch.tasks().size());
    Dataset<Row> rows =
        ((org.apache.spark.sql.classic.SparkSession) spark)
            .internalCreateDataFrame(tasks.mapPartitions(function).rdd(), ScannedRow.TYPE, false)
            .persist(StorageLevel.MEMORY_AND_DISK());
    return new Kept(rows, new CachedBatch(rows, run).standing());
  }

  /** Rows that stand in memory or on local disk until they are closed. */
  static final class Kept implements AutoCloseable {
    private final Dataset<Row> kept;
    private final CachedBatch rows;

    private Kept(Dataset<Row> kept, CachedBatch rows) {
      this.kept = kept;
      this.rows = rows;
    }

    CachedBatch rows() {
      return rows;
    }

    @Override
    public void close() {
      kept.unpersist(true);
    }
  }
}
