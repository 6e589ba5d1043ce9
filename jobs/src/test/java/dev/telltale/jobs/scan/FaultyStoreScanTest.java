package dev.telltale.jobs.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.telltale.jobs.faults.FaultProxy;
import dev.telltale.jobs.faults.FaultRule;
import dev.telltale.jobs.faults.LakeRows;
import dev.telltale.jobs.faults.WireFault;
import dev.telltale.jobs.tables.LakeTable;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Encoders;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Scans whose every request passes a proxy that loses answers, refuses and cuts. The whole matrix,
 * with drivers that are killed, is {@code scripts/faults}.
 */
final class FaultyStoreScanTest {
  private static final String PREFIX = "k8s-state/workspace";
  private static final long ONE_BATCH = 1L << 30;
  private static final long SEED = 20_261_125;
  private static final Map<String, String> PATIENCE =
      Map.of("fs.s3a.retry.interval", "20ms", "fs.s3a.retry.throttle.interval", "20ms");

  private static GeneratedBucket bucket;
  private static FaultProxy proxy;
  private static List<String> undisturbed;

  @BeforeAll
  static void scanOnceWithoutTrouble() throws Exception {
    bucket = new GeneratedBucket(PREFIX);
    proxy = new FaultProxy(bucket.port(), SEED);
    Configuration hadoop = bucket.hadoop();
    hadoop.set("fs.s3a.endpoint", proxy.endpoint());
    PATIENCE.forEach(hadoop::set);
    hadoop.set("fs.s3a.impl.disable.cache", "false");
    forgetClients();
    undisturbed = scan("faulty-undisturbed");
  }

  @AfterAll
  static void stop() throws IOException {
    forgetClients();
    PATIENCE.keySet().forEach(bucket.hadoop()::unset);
    bucket.hadoop().set("fs.s3a.impl.disable.cache", "true");
    proxy.close();
    bucket.close();
  }

  @AfterEach
  void calm() {
    proxy.clear();
  }

  @Test
  void commitsWhoseAnswersAreLostAreThereOnce() {
    Set<LakeTable> written =
        EnumSet.complementOf(EnumSet.of(LakeTable.ACTIONS)); // a scan takes no action
    for (LakeTable table : written) {
      String entry = "/lakes/faulty-lost/" + table.id() + "/_delta_log/0*1\\.json";
      proxy.add(FaultRule.once("PUT", entry, new WireFault.DropAnswer()));
    }
    assertEquals(undisturbed, scan("faulty-lost"));
    assertEquals(written.size(), met("DropAnswer"));
  }

  @Test
  void oneRequestInTwentyThatIsRefusedChangesNothing() {
    proxy.add(FaultRule.share(0.05, "*", ".*", new WireFault.Status(503)));
    assertEquals(undisturbed, scan("faulty-refused"));
    assertTrue(met("Status") > 0, "seed " + SEED);
  }

  @Test
  void bodiesThatEndEarlyAreNeverTakenForWholeObjects() {
    for (boolean length : new boolean[] {true, false}) {
      WireFault cut = new WireFault.CutBody(1_000, length);
      proxy.add(FaultRule.share(0.2, "GET", "/export/..*", cut));
    }
    scan("faulty-short");
    assertTrue(met("CutBody") > 0, "seed " + SEED);
    proxy.clear();
    // What could not be read to its end is read by the next scan.
    assertEquals(undisturbed, scan("faulty-short"));
  }

  /** In a batch that the first driver had written in part. */
  @Test
  void objectsThatTwoDriversReadDifferentlyAreReadAgain() {
    ScanOptions options = bucket.options("faulty-torn", "/" + PREFIX, ONE_BATCH);
    List<String> keys =
        bucket
            .lake(bucket.options("faulty-undisturbed", "/" + PREFIX, ONE_BATCH))
            .read(LakeTable.OBJECTS)
            .where("finding_count > 0")
            .select("object_key")
            .as(Encoders.STRING())
            .takeAsList(2);
    proxy.add(FaultRule.once("GET", exactly(keys.get(0)), new WireFault.Status(403)));
    StopAtStep stop = new StopAtStep("writing the ledger");
    assertThrows(StopAtStep.Stopped.class, () -> bucket.scan(options, stop));
    proxy.add(FaultRule.once("GET", exactly(keys.get(1)), new WireFault.Status(403)));
    assertEquals(undisturbed, scan("faulty-torn"));
    assertEquals(2, met("Status"));
  }

  private static String exactly(String key) {
    return Pattern.quote("/export/" + key);
  }

  /** Clients of S3 are kept by bucket, and those of other tests talk to other servers. */
  private static void forgetClients() throws IOException {
    for (String name : List.of("s3a://export/", "s3a://lakes/")) {
      new Path(name).getFileSystem(bucket.hadoop()).close();
    }
  }

  private static long met(String fault) {
    return proxy.log().stream().filter(line -> line.fault().equals(fault)).count();
  }

  private static List<String> scan(String name) {
    ScanOptions options = bucket.options(name, "/" + PREFIX, ONE_BATCH);
    bucket.scan(options, ScanWatcher.silent());
    return LakeRows.of(bucket.spark(), options.lake());
  }
}
