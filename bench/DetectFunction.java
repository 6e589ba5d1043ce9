import dev.telltale.detection.Detector;
import dev.telltale.detection.DetectionContext;
import dev.telltale.detection.finding.FingerprintKey;
import dev.telltale.detection.rules.RuleSet;
import dev.telltale.limit.Limits;
import dev.telltale.value.TextValue;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * The CPU time of {@code telltale_detect} over a column of log lines, reading the column taken off,
 * beside the time that detection takes by itself for the same lines in a thread of its own.
 *
 * <pre>
 *   java -cp CLASSPATH bench/DetectFunction.java
 * </pre>
 */
public final class DetectFunction {
  private static final int LINES = 400_000;
  private static final int ROUNDS = 5;
  private static long sink;

  private DetectFunction() {}

  public static void main(String[] words) throws Exception {
    AtomicLong cpu = new AtomicLong();
    SparkSession spark =
        SparkSession.builder()
            .master("local[1]")
            .config("spark.ui.enabled", "false")
            .config("spark.driver.host", "127.0.0.1")
            .config("spark.driver.bindAddress", "127.0.0.1")
            .config("spark.io.encryption.enabled", "true")
            .config("spark.sql.extensions", "dev.telltale.sql.TelltaleExtensions")
            .getOrCreate();
    spark
        .sparkContext()
        .addSparkListener(
            new SparkListener() {
              @Override
              public void onTaskEnd(SparkListenerTaskEnd end) {
                cpu.addAndGet(end.taskMetrics().executorCpuTime());
              }
            });
    List<String> lines = lines();
    long bytes = lines.stream().mapToLong(String::length).sum();
    Dataset<Row> column = spark.createDataset(lines, Encoders.STRING()).toDF("line").cache();
    column.createOrReplaceTempView("logs");
    FingerprintKey key = FingerprintKey.of("a key for a benchmark, nowhere else".getBytes());
    List<Double> ratios = new ArrayList<>();
    try (Detector detector = new Detector(RuleSet.builtin(), key, Limits.defaults())) {
      for (int round = -2; round < ROUNDS; round++) {
        double read = query(spark, cpu, "SELECT sum(length(line)) FROM logs");
        double all = query(spark, cpu, "SELECT sum(size(telltale_detect(line))) FROM logs");
        double own = detection(detector, lines);
        if (round >= 0) {
          ratios.add((all - read) / own);
          System.out.printf(
              "telltale_detect %5.1f MB/s, detection %5.1f MB/s, ratio %.2f%n",
              bytes / (all - read) / 1e6, bytes / own / 1e6, (all - read) / own);
        }
      }
    }
    ratios.sort(null);
    System.out.printf("median of the ratios of %d rounds: %.2f%n", ROUNDS, ratios.get(ROUNDS / 2));
    System.exit(sink == 0 ? 1 : 0);
  }

  private static double query(SparkSession spark, AtomicLong cpu, String query) throws Exception {
    long before = cpu.get();
    spark.sql(query).collectAsList();
    spark.sparkContext().listenerBus().waitUntilEmpty();
    return (cpu.get() - before) / 1e9;
  }

  private static double detection(Detector detector, List<String> lines) {
    long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    for (String line : lines) {
      detector.startObject();
      sink += 1 + detector.detect(new TextValue(line), DetectionContext.none()).findings().size();
    }
    return (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before) / 1e9;
  }

  private static List<String> lines() {
    Random random = new Random(7);
    String[] messages = {
      "workspace started in region eu-west-1 after 1200 ms",
      "request GET /api/v1/workspaces?limit=100 answered 200 in 34 ms",
      "retrying connection to upstream, attempt 3 of 5",
      "image pulled: registry.internal/base/full:2026.04.30 in 12 layers",
      "user session closed; 0 ports open; reason=timeout"
    };
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < LINES; i++) {
      lines.add(
          "2026-04-30T10:%02d:%02dZ INFO server[%d] %s id=%08x%s"
              .formatted(
                  i / 60 % 60,
                  i % 60,
                  1000 + i % 50,
                  messages[i % messages.length],
                  random.nextInt(),
                  i % 1_000 == 0 ? " to jonas.falk@norvikfreight.com" : ""));
    }
    return lines;
  }
}
