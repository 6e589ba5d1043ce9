package dev.telltale.jobs;

import dev.telltale.jobs.store.ConditionalLogStore;
import org.apache.spark.sql.SparkSession;

/** The one session of this module's tests. */
public final class SparkForTests {
  private SparkForTests() {}

  public static SparkSession session() {
    return SparkSession.builder()
        .master("local[2]")
        .appName("telltale tests")
        .config("spark.ui.enabled", "false")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.sql.session.timeZone", "UTC")
        .config("spark.sql.shuffle.partitions", "2")
        .config("spark.delta.logStore.s3a.impl", ConditionalLogStore.class.getName())
        .config("spark.databricks.delta.snapshotPartitions", "2")
        .config("spark.sql.extensions", "io.delta.sql.DeltaSparkSessionExtension")
        .config(
            "spark.sql.catalog.spark_catalog", "org.apache.spark.sql.delta.catalog.DeltaCatalog")
        .getOrCreate();
  }
}
