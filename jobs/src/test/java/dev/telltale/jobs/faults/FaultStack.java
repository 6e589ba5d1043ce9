package dev.telltale.jobs.faults;

import dev.telltale.demo.export.ExportGenerator;
import dev.telltale.demo.export.ExportSettings;
import dev.telltale.demo.export.ExportUpload;
import dev.telltale.demo.server.S3Server;
import dev.telltale.demo.telemetry.ExportObject;
import dev.telltale.jobs.SparkForTests;
import dev.telltale.jobs.command.CommandRun;
import dev.telltale.jobs.command.ExitCode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.EtagSource;
import org.apache.hadoop.fs.FileStatus;
import org.apache.spark.sql.SparkSession;

/**
 * An S3 server with a small export, the fault proxy before it, and drivers of the job jar that see
 * S3 through the proxy alone: on this machine's cores, or on a standalone cluster with two workers.
 * What this process reads itself does not pass the proxy.
 */
final class FaultStack implements AutoCloseable {
  private static final int BATCHES = 3;
  private static final int EVERY = 23;
  private static final String KEY = "a key for tests, never for use";
  private static final org.apache.hadoop.fs.Path EXPORT =
      new org.apache.hadoop.fs.Path("s3a://export/");

  private final Path root;
  private final Path work;
  private final S3Server server = S3Server.memory();
  private final FaultProxy proxy;
  private final SparkSession spark = SparkForTests.session();
  private final Configuration hadoop;
  private final long batchBytes;
  private SparkCluster cluster;
  private List<String> more = List.of();
  private boolean onWorkers;
  private long undisturbedMillis;
  private int batches;
  private int drivers;

  /**
   * @param root of the checkout, whose job jar is built
   */
  FaultStack(Path root, Path work, long seed) throws IOException, InterruptedException {
    this.root = root;
    this.work = work;
    this.proxy = new FaultProxy(server.port(), seed);
    server.createBucket("export");
    server.createBucket("lakes");
    this.hadoop = spark.sparkContext().hadoopConfiguration();
    server.s3aSettings().forEach(hadoop::set);
    List<ExportObject> objects = new ExportGenerator(ExportSettings.defaults()).objects().toList();
    List<ExportObject> some = new ArrayList<>();
    for (int object = 0; object < objects.size(); object += EVERY) {
      some.add(objects.get(object));
    }
    long bytes = new ExportUpload(EXPORT.getFileSystem(hadoop), EXPORT).run(some.iterator());
    this.batchBytes = bytes / BATCHES + 1;
  }

  FaultProxy proxy() {
    return proxy;
  }

  /** What the next drivers run on, and what else spark-submit is told. */
  void nextDrivers(boolean workers, List<String> arguments) throws IOException {
    if (workers && cluster == null) {
      cluster = SparkCluster.start(root, work.resolve("cluster"));
    }
    onWorkers = workers;
    more = List.copyOf(arguments);
  }

  /** Scans a lake in peace, and takes the time from its lease to the end. */
  void scanUndisturbed(String lake) throws IOException, InterruptedException {
    Gate taken = new Gate();
    proxy.add(FaultRule.once("PUT", ".*/_telltale/lease\\.json", new WireFault.HoldAnswer(taken)));
    DriverRun driver = drive(lake);
    driver.mustArriveAt(taken);
    long began = System.nanoTime();
    taken.open();
    driver.mustEndWith(ExitCode.DONE);
    undisturbedMillis = (System.nanoTime() - began) / 1_000_000;
    proxy.clear();
    batches = log(lake, "records").size() - 1;
  }

  /** How many a scan commits. */
  int batches() {
    return batches;
  }

  long undisturbedMillis() {
    return undisturbedMillis;
  }

  /** As {@code kill -9} of one of the two. */
  void killAnExecutor(Random random) throws IOException {
    cluster.killAnExecutor(random);
  }

  /** Starts a scan in a driver process of its own. */
  DriverRun drive(String lake) throws IOException {
    Map<String, String> environment =
        Map.of(
            "TELLTALE_MASTER",
            onWorkers ? cluster.url() : "local[2]",
            "TELLTALE_DRIVER_MEMORY",
            "1g",
            "TELLTALE_SPARK_ARGS",
            String.join(" ", arguments()),
            "SPARK_LOCAL_IP",
            "127.0.0.1",
            "AWS_ACCESS_KEY_ID",
            server.accessKey(),
            "AWS_SECRET_ACCESS_KEY",
            server.secretKey(),
            "TELLTALE_FAULTS_KEY",
            KEY);
    List<String> command = new ArrayList<>(List.of(root.resolve("scripts/telltale").toString()));
    command.addAll(scan(lake));
    command.addAll(List.of("--endpoint", proxy.endpoint(), "--path-style"));
    drivers++;
    return new DriverRun(command, environment, work.resolve("driver-" + drivers + ".log"));
  }

  private List<String> arguments() {
    List<String> arguments = new ArrayList<>();
    for (String setting :
        List.of(
            "spark.ui.enabled=false",
            "spark.sql.shuffle.partitions=1",
            "spark.databricks.delta.snapshotPartitions=1",
            "spark.driver.extraJavaOptions=-XX:TieredStopAtLevel=1",
            "spark.hadoop.fs.s3a.connection.ssl.enabled=false",
            "spark.hadoop.fs.s3a.retry.interval=50ms",
            "spark.hadoop.fs.s3a.retry.throttle.interval=50ms")) {
      arguments.addAll(List.of("--conf", setting));
    }
    arguments.addAll(more);
    return arguments;
  }

  private List<String> scan(String lake) {
    return List.of(
        "scan",
        "--source",
        EXPORT.toString(),
        "--lake",
        lake,
        "--batch-bytes",
        Long.toString(batchBytes),
        "--task-bytes",
        "64k",
        "--fingerprint-key",
        "env:TELLTALE_FAULTS_KEY");
  }

  /** The same command again, in this process, which is warm and has the server to itself. */
  void rerun(String lake) {
    CommandRun run = CommandRun.of("", scan(lake).toArray(String[]::new));
    if (run.code() != ExitCode.DONE) {
      throw new FaultCase.Failed("the rerun ended with " + run.code() + ":\n" + run.err());
    }
  }

  List<String> rows(String lake) {
    return LakeRows.of(spark, lake);
  }

  /** As if the time of the lease were over while its driver lives. */
  void breakLease(String lake) throws IOException {
    org.apache.hadoop.fs.Path lease = new org.apache.hadoop.fs.Path(lake, "_telltale/lease.json");
    lease.getFileSystem(hadoop).delete(lease, false);
  }

  /** The entries of a table's log, and what tells their contents apart. */
  Map<String, String> log(String lake, String table) throws IOException {
    Map<String, String> entries = new TreeMap<>();
    org.apache.hadoop.fs.Path log = new org.apache.hadoop.fs.Path(lake, table + "/_delta_log");
    for (FileStatus entry : log.getFileSystem(hadoop).listStatus(log)) {
      if (entry.getPath().getName().endsWith(".json")) {
        entries.put(entry.getPath().getName(), ((EtagSource) entry).getEtag());
      }
    }
    return entries;
  }

  @Override
  public void close() throws IOException {
    if (cluster != null) {
      cluster.close();
    }
    proxy.close();
    server.close();
  }
}
