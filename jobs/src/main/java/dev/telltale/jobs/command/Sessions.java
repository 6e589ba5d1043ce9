package dev.telltale.jobs.command;

import dev.telltale.jobs.settings.UserMistake;
import dev.telltale.jobs.store.ConditionalLogStore;
import dev.telltale.jobs.store.QuietSdk;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;

/**
 * Spark sessions with what Telltale needs and nothing overridden that spark-submit was given.
 * Nobody closes them: the end of the process does, and a caller that brought a session of its own
 * keeps it.
 */
public final class Sessions {
  private static final Map<String, String> DEFAULTS =
      Map.of(
          "spark.sql.extensions", "io.delta.sql.DeltaSparkSessionExtension",
          "spark.sql.catalog.spark_catalog", "org.apache.spark.sql.delta.catalog.DeltaCatalog",
          "spark.sql.session.timeZone", "UTC",
          "spark.databricks.delta.snapshotPartitions", "2",
          "spark.sql.shuffle.partitions", "8",
          "spark.master", "local[*]");

  private Sessions() {}

  /** The running session, or a new one. */
  public static SparkSession open(String name) {
    QuietSdk.start();
    SparkConf conf = new SparkConf();
    if (SparkSession.getDefaultSession().isEmpty()) {
      conf.setIfMissing("spark.sql.warehouse.dir", emptyFolder());
    }
    DEFAULTS.forEach(conf::setIfMissing);
    if (conf.get("spark.master").startsWith("local")) {
      conf.setIfMissing("spark.driver.host", "127.0.0.1");
      conf.setIfMissing("spark.driver.bindAddress", "127.0.0.1");
      conf.setIfMissing("spark.ui.enabled", "false");
      conf.setIfMissing("spark.delta.logStore.s3a.impl", ConditionalLogStore.class.getName());
      // Of the files of a lake on this disk: 0640, in folders of 0750.
      conf.setIfMissing("spark.hadoop.fs.permissions.umask-mode", "027");
      requireClosedUi(conf, System.getenv("SPARK_LOCAL_IP"));
    }
    return SparkSession.builder().appName("telltale " + name).config(conf).getOrCreate();
  }

  /**
   * Spark's user interface shows what queries say and objects are called, and listens on all
   * addresses of the machine unless this variable names one; no setting does.
   *
   * @throws UserMistake if it is switched on and the variable is not set
   */
  static void requireClosedUi(SparkConf conf, String address) {
    if (conf.getBoolean("spark.ui.enabled", true) && (address == null || address.isBlank())) {
      throw new UserMistake(
          "Spark's user interface is switched on for the whole network",
          "it listens on every address of this machine, since SPARK_LOCAL_IP is not set",
          "export SPARK_LOCAL_IP=127.0.0.1; another address, or 0.0.0.0, if others are meant to see it");
    }
  }

  /**
   * Where Spark would keep tables of its own. There are none, but it makes the folder, and in the
   * working directory unless another is named.
   */
  private static String emptyFolder() {
    try {
      Path folder = Files.createTempDirectory("telltale-warehouse");
      folder.toFile().deleteOnExit();
      return folder.toString();
    } catch (IOException noTemporaryFiles) {
      throw new UncheckedIOException("creating a temporary folder", noTemporaryFiles);
    }
  }
}
