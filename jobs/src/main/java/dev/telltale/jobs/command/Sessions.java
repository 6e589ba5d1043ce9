package dev.telltale.jobs.command;

import dev.telltale.jobs.logging.LogGuard;
import dev.telltale.jobs.logging.LogGuardPlugin;
import dev.telltale.jobs.settings.UserMistake;
import dev.telltale.jobs.store.ConditionalLogStore;
import dev.telltale.jobs.store.QuietSdk;
import dev.telltale.sql.SealedKey;
import dev.telltale.sql.TelltaleExtensions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;
import scala.Tuple2;

/**
 * Spark sessions with what Telltale needs and nothing overridden that spark-submit was given.
 * Nobody closes them: the end of the process does, and a caller that brought a session of its own
 * keeps it.
 */
public final class Sessions {
  /**
   * Artifacts: with a folder of classes for each session, tasks ask the driver for every class name
   * that a generated plan might mean, over the network; in one process the answer can wait for the
   * loader that asks for it, for two minutes. No session here has classes of its own.
   *
   * <p>Checksums of commits: with all files of a table in each, every commit is one query more, and
   * statistics of rows stand in one place more.
   *
   * <p>Java's object stream: cached rows that do not fit into memory go to disk by it, in batches
   * of megabytes, and it keeps the last hundred of what it has written.
   */
  private static final Map<String, String> DEFAULTS =
      Map.of(
          "spark.sql.artifact.isolation.enabled",
          "false",
          "spark.databricks.delta.allFilesInCrc.enabled",
          "false",
          "spark.serializer.objectStreamReset",
          "1",
          "spark.sql.catalog.spark_catalog",
          "org.apache.spark.sql.delta.catalog.DeltaCatalog",
          "spark.sql.session.timeZone",
          "UTC",
          "spark.databricks.delta.snapshotPartitions",
          "2",
          "spark.master",
          "local[*]",
          SealedKey.IO_ENCRYPTION,
          "true");

  /** Of a session in this process alone, as conf/local.conf says and explains. */
  private static final Map<String, String> LOCAL_DEFAULTS =
      Map.ofEntries(
          Map.entry("spark.driver.host", "127.0.0.1"),
          Map.entry("spark.driver.bindAddress", "127.0.0.1"),
          Map.entry("spark.authenticate", "true"),
          Map.entry("spark.network.crypto.enabled", "true"),
          Map.entry("spark.ui.enabled", "false"),
          Map.entry("spark.sql.shuffle.partitions", "8"),
          Map.entry("spark.memory.fraction", "0.4"),
          Map.entry("spark.memory.storageFraction", "0.2"),
          Map.entry("spark.storage.unrollMemoryCheckPeriod", "1"),
          Map.entry("spark.hadoop.fs.permissions.umask-mode", "027"),
          Map.entry("spark.delta.logStore.s3a.impl", ConditionalLogStore.class.getName()));

  private static final String PLUGINS = "spark.plugins";
  private static final String EXTENSIONS = "spark.sql.extensions";

  private Sessions() {}

  /**
   * The running session, or a new one.
   *
   * @throws UserMistake if what it keeps on local disks would be readable there
   */
  public static SparkSession open(String name) {
    QuietSdk.start();
    SparkConf conf = new SparkConf();
    if (SparkSession.getDefaultSession().isEmpty()) {
      conf.setIfMissing("spark.sql.warehouse.dir", emptyFolder());
    }
    DEFAULTS.forEach(conf::setIfMissing);
    // local-cluster[...] has executors of its own, and no secret that Spark would make for them.
    if (conf.get("spark.master").matches("local(\\[.*)?")) {
      LOCAL_DEFAULTS.forEach(conf::setIfMissing);
      requireClosedUi(conf, System.getenv("SPARK_LOCAL_IP"));
    }
    requireEncryptedScratchFiles(conf);
    LogGuard.install();
    add(conf, PLUGINS, LogGuardPlugin.class.getName());
    add(conf, EXTENSIONS, "io.delta.sql.DeltaSparkSessionExtension");
    add(conf, EXTENSIONS, TelltaleExtensions.class.getName());
    SparkSession spark =
        SparkSession.getDefaultSession().isDefined()
            ? runningWith(conf)
            : SparkSession.builder().appName("telltale " + name).config(conf).getOrCreate();
    requireEncryptedScratchFiles(spark.sparkContext().conf());
    hideSecrets(spark);
    return spark;
  }

  /**
   * The running session, with what can still be set in it. Spark's own way to get it warns of the
   * rest, which a second command in one process has no use for.
   */
  private static SparkSession runningWith(SparkConf conf) {
    SparkSession running = SparkSession.getDefaultSession().get();
    for (Tuple2<String, String> setting : conf.getAll()) {
      if (running.conf().isModifiable(setting._1())) {
        running.conf().set(setting._1(), setting._2());
      }
    }
    return running;
  }

  /** A class to a list of them, where it is not in it. */
  private static void add(SparkConf conf, String list, String type) {
    String others = conf.get(list, "");
    if (!Arrays.asList(others.split(",")).contains(type)) {
      conf.set(list, others.isEmpty() ? type : others + "," + type);
    }
  }

  private static void hideSecrets(SparkSession spark) {
    LogGuard.hide(
        Arrays.stream(spark.sparkContext().conf().getAll())
            .map(setting -> Map.entry(setting._1(), setting._2()))
            .toList());
    List<Map.Entry<String, String>> ofStores =
        StreamSupport.stream(spark.sparkContext().hadoopConfiguration().spliterator(), false)
            .filter(setting -> setting.getKey().startsWith("fs."))
            .filter(setting -> !setting.getKey().endsWith("provider"))
            .toList();
    LogGuard.hide(ofStores);
  }

  private static void requireEncryptedScratchFiles(SparkConf conf) {
    if (!"true".equals(conf.get(SealedKey.IO_ENCRYPTION, "false"))) {
      throw new UserMistake(
          "Spark would write rows and keys to its scratch folders in clear",
          SealedKey.IO_ENCRYPTION + " is " + conf.get(SealedKey.IO_ENCRYPTION, "not set"),
          "take the setting away (Telltale sets it), or start the session with "
              + SealedKey.IO_ENCRYPTION
              + "=true");
    }
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
