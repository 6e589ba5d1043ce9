package dev.telltale.jobs;

import dev.telltale.jobs.store.ConditionalLogStore;
import java.util.Map;
import org.apache.spark.sql.SparkSession;

/**
 * The one session of this module's tests. Its settings are system properties, as spark-submit hands
 * them over: a command that opens a session finds them, and puts no default of its own over them.
 *
 * <p>A few rows are one partition wherever Spark may join them: each task reads its plan anew,
 * which takes longer than the rows. Plans are interpreted and not made anew between their stages,
 * for either costs more than running them on a few rows. {@link #compilePlans} makes Spark do as it
 * does for users.
 */
public final class SparkForTests {
  private static final String WHOLE_STAGES = "spark.sql.codegen.wholeStage";
  private static final String EXPRESSIONS = "spark.sql.codegen.factoryMode";

  static {
    Map.ofEntries(
            Map.entry("spark.master", "local[2]"),
            Map.entry("spark.app.name", "telltale tests"),
            Map.entry("spark.ui.enabled", "false"),
            Map.entry("spark.io.encryption.enabled", "true"),
            Map.entry("spark.authenticate", "true"),
            Map.entry("spark.network.crypto.enabled", "true"),
            Map.entry("spark.driver.host", "127.0.0.1"),
            Map.entry("spark.driver.bindAddress", "127.0.0.1"),
            Map.entry("spark.hadoop.fs.permissions.umask-mode", "027"),
            Map.entry("spark.sql.session.timeZone", "UTC"),
            Map.entry("spark.sql.artifact.isolation.enabled", "false"),
            Map.entry("spark.sql.adaptive.enabled", "false"),
            Map.entry("spark.serializer.objectStreamReset", "1"),
            Map.entry("spark.databricks.delta.allFilesInCrc.enabled", "false"),
            Map.entry("spark.sql.shuffle.partitions", "2"),
            Map.entry("spark.sql.codegen.cache.maxEntries", "10000"),
            Map.entry("spark.delta.logStore.s3a.impl", ConditionalLogStore.class.getName()),
            Map.entry("spark.databricks.delta.snapshotPartitions", "1"),
            Map.entry(
                "spark.sql.extensions",
                "io.delta.sql.DeltaSparkSessionExtension,dev.telltale.sql.TelltaleExtensions"),
            Map.entry(
                "spark.sql.catalog.spark_catalog",
                "org.apache.spark.sql.delta.catalog.DeltaCatalog"),
            Map.entry(WHOLE_STAGES, "false"),
            Map.entry(EXPRESSIONS, "NO_CODEGEN"))
        .forEach(System::setProperty);
  }

  private SparkForTests() {}

  public static SparkSession session() {
    return SparkSession.builder().getOrCreate();
  }

  /** From now on, or until a command opens the session again. */
  public static void compilePlans(boolean compiled) {
    session().conf().set(WHOLE_STAGES, Boolean.toString(compiled));
    session().conf().set(EXPRESSIONS, compiled ? "FALLBACK" : "NO_CODEGEN");
  }
}
