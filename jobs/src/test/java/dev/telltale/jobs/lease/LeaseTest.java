package dev.telltale.jobs.lease;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.telltale.demo.server.S3Server;
import dev.telltale.jobs.settings.UserMistake;
import dev.telltale.jobs.store.ConditionalObject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LeaseTest {
  private static final DriverProcess ELSEWHERE = new DriverProcess("another host", 7);

  @TempDir private static Path folder;
  private static S3Server server;
  private static Configuration hadoop;
  private static int lakes;

  private final SetClock clock = new SetClock();

  @BeforeAll
  static void start() {
    server = S3Server.memory();
    server.createBucket("lakes");
    hadoop = new Configuration();
    server.s3aSettings().forEach(hadoop::set);
    hadoop.set("fs.s3a.impl.disable.cache", "true");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"s3a", "file"})
  void ofScansThatStartTogetherOneTakesTheLease(String store) throws Exception {
    int scans = 6;
    ExecutorService threads = Executors.newFixedThreadPool(scans);
    try {
      for (int trial = 0; trial < 20; trial++) {
        String lake = lake(store);
        CyclicBarrier together = new CyclicBarrier(scans);
        List<Future<Lease>> takes = new ArrayList<>();
        for (int scan = 0; scan < scans; scan++) {
          Callable<Lease> take =
              () -> {
                together.await();
                return Lease.acquire(hadoop, lake, "a scan", clock);
              };
          takes.add(threads.submit(take));
        }
        List<Lease> held = new ArrayList<>();
        for (Future<Lease> take : takes) {
          try {
            held.add(take.get());
          } catch (java.util.concurrent.ExecutionException refused) {
            assertEquals(UserMistake.class, refused.getCause().getClass());
          }
        }
        assertEquals(1, held.size(), "trial " + trial);
        held.get(0).check();
        held.get(0).close();
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"s3a", "file"})
  void aSecondScanLearnsWhoHoldsTheLakeSinceWhenAndUntilWhen(String store) throws IOException {
    String lake = lake(store);
    try (Lease first = Lease.acquire(hadoop, lake, "anna on batch-1", clock)) {
      clock.advance(Duration.ofMinutes(1));
      UserMistake refused =
          assertThrows(UserMistake.class, () -> Lease.acquire(hadoop, lake, "ben", clock));
      assertTrue(
          refused
              .getMessage()
              .contains("anna on batch-1 has held it since 2026-11-25 08:00:00 UTC"),
          refused.getMessage());
      assertTrue(
          refused.getMessage().contains("lasts until 2026-11-25 08:05:00 UTC"),
          refused.getMessage());
      first.check();
    }
    Lease.acquire(hadoop, lake, "ben", clock).close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"s3a", "file"})
  void aLeaseThatIsRenewedLastsAndOneThatIsNotEnds(String store) throws IOException {
    String lake = lake(store);
    try (Lease first = Lease.acquire(hadoop, lake, "first", clock)) {
      for (int minute = 0; minute < 12; minute++) {
        clock.advance(Duration.ofMinutes(1));
        first.renew();
      }
      first.check();
      assertThrows(UserMistake.class, () -> Lease.acquire(hadoop, lake, "second", clock));
      clock.advance(Lease.TERM);
      UserMistake late = assertThrows(UserMistake.class, first::check);
      assertTrue(late.getMessage().contains("could not be renewed"), late.getMessage());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"s3a", "file"})
  void aLeaseOfADriverThatDiedElsewhereIsTakenWhenItsTimeIsOver(String store) throws IOException {
    String lake = lake(store);
    write(lake, terms(ELSEWHERE, clock.instant().plus(Lease.TERM)));
    clock.advance(Lease.TERM.minusSeconds(1));
    assertThrows(UserMistake.class, () -> Lease.acquire(hadoop, lake, "second", clock));
    clock.advance(Duration.ofSeconds(1));
    try (Lease taken = Lease.acquire(hadoop, lake, "second", clock)) {
      taken.check();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"s3a", "file"})
  void aLeaseOfADriverThatDiedOnThisMachineIsTakenAtOnce(String store) throws Exception {
    Process ended = new ProcessBuilder("true").start();
    ended.waitFor();
    String lake = lake(store);
    DriverProcess gone = new DriverProcess(DriverProcess.current().machine(), ended.pid());
    write(lake, terms(gone, clock.instant().plus(Lease.TERM)));
    Lease.acquire(hadoop, lake, "second", clock).close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"s3a", "file"})
  void aScanWhoseLeaseWasTakenOverNoticesAndLeavesItToTheOther(String store) throws IOException {
    String lake = lake(store);
    Lease first = Lease.acquire(hadoop, lake, "first", clock);
    clock.advance(Lease.TERM);
    try (Lease second = Lease.acquire(hadoop, lake, "second", clock)) {
      first.renew();
      UserMistake lost = assertThrows(UserMistake.class, first::check);
      assertTrue(lost.getMessage().contains("taken over by second"), lost.getMessage());
      first.close();
      second.check();
      assertThrows(UserMistake.class, () -> Lease.acquire(hadoop, lake, "third", clock));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"s3a", "file"})
  void whatIsNoLeaseIsNeverOverwritten(String store) throws IOException {
    String lake = lake(store);
    object(lake).create("{}".getBytes(UTF_8));
    UserMistake refused =
        assertThrows(UserMistake.class, () -> Lease.acquire(hadoop, lake, "first", clock));
    assertTrue(refused.getMessage().contains("is not a lease of Telltale"), refused.getMessage());
  }

  @ParameterizedTest
  @ValueSource(strings = "s3a")
  void aStoreWithConditionalWritesSwitchedOffIsRefused(String store) throws IOException {
    Configuration without = new Configuration(hadoop);
    without.set("fs.s3a.create.conditional.enabled", "false");
    String lake = lake(store);
    UserMistake refused =
        assertThrows(
            UserMistake.class, () -> Lease.acquire(without, lake, "first", Clock.systemUTC()));
    assertTrue(
        refused.getMessage().contains("fs.s3a.create.conditional.enabled"), refused.getMessage());
  }

  private static LeaseTerms terms(DriverProcess process, Instant until) {
    return new LeaseTerms("id", "first", process, until.minus(Lease.TERM), until, 0);
  }

  private static void write(String lake, LeaseTerms terms) throws IOException {
    assertTrue(object(lake).create(terms.toBytes()));
  }

  private static ConditionalObject object(String lake) throws IOException {
    return ConditionalObject.at(
        hadoop, new org.apache.hadoop.fs.Path(lake, "_telltale/lease.json"));
  }

  private static synchronized String lake(String store) {
    lakes++;
    return store.equals("s3a") ? "s3a://lakes/lake-" + lakes : folder.resolve("l" + lakes) + "";
  }
}
