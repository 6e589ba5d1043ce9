package dev.telltale.jobs.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.telltale.demo.server.S3Server;
import dev.telltale.jobs.faults.FaultProxy;
import dev.telltale.jobs.faults.FaultRule;
import dev.telltale.jobs.faults.WireFault;
import io.delta.storage.CloseableIterator;
import io.delta.storage.LogStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.FileAlreadyExistsException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ConditionalLogStoreTest {
  private static final int TRIALS = 20;

  private static S3Server server;
  private static FaultProxy proxy;
  private static Configuration hadoop;

  @BeforeAll
  static void start() throws IOException {
    server = S3Server.memory();
    server.createBucket("lake");
    proxy = new FaultProxy(server.port(), 1);
    hadoop = new Configuration();
    server.s3aSettings().forEach(hadoop::set);
    hadoop.set("fs.s3a.endpoint", proxy.endpoint());
    hadoop.set("fs.s3a.impl.disable.cache", "true");
    hadoop.set("fs.s3a.attempts.maximum", "3");
    hadoop.set("fs.s3a.retry.limit", "2");
    hadoop.set("fs.s3a.retry.interval", "50ms");
    hadoop.set("fs.s3a.retry.throttle.interval", "50ms");
    hadoop.set("fs.s3a.retry.throttle.limit", "2");
  }

  @AfterAll
  static void stop() {
    proxy.close();
    server.close();
  }

  @Test
  void ofTwoDriversThatCommitTheSameVersionOneWinsAndTheOtherIsReported() throws Exception {
    for (int trial = 0; trial < TRIALS; trial++) {
      List<String> winners = race(ConditionalLogStore.class, path("ours", trial));
      assertEquals(1, winners.size(), "trial " + trial);
      assertEquals(winners, entry(path("ours", trial)), "trial " + trial);
    }
  }

  /** The test above can fail: Delta's own store tells both drivers that they have committed. */
  @Test
  void withDeltasOwnStoreTheSameRaceLosesACommit() throws Exception {
    int lost = 0;
    for (int trial = 0; trial < TRIALS; trial++) {
      Class<?> deltas = io.delta.storage.S3SingleDriverLogStore.class;
      lost += race(deltas, path("deltas", trial)).size() - 1;
    }
    assertEquals(TRIALS, lost);
  }

  @Test
  void aCommitWhoseAnswerIsLostIsKnownForOurOwn() throws IOException {
    proxy.add(FaultRule.once("PUT", "/lake/lost/.*", new WireFault.DropAnswer()));
    write(path("lost", 0), "only");
    assertEquals(List.of("only"), entry(path("lost", 0)));
    assertThrows(FileAlreadyExistsException.class, () -> write(path("lost", 0), "other"));
    proxy.clear();
  }

  @ParameterizedTest
  @ValueSource(ints = {409, 500, 503})
  void aRefusalIsTriedAgain(int status) throws IOException {
    proxy.add(FaultRule.once("PUT", "/lake/refused-.*", new WireFault.Status(status)));
    write(path("refused-" + status, 0), "only");
    assertEquals(List.of("only"), entry(path("refused-" + status, 0)));
    proxy.clear();
  }

  @Test
  void aStoreThatKeepsRefusingIsAFailureAndNoCommit() {
    proxy.add(FaultRule.always("PUT", "/lake/never/.*", new WireFault.Status(503)));
    IOException failed =
        assertThrows(IOException.class, () -> write(path("never", 0), "never written"));
    assertTrue(!(failed instanceof FileAlreadyExistsException), failed.getClass().getName());
    proxy.clear();
  }

  /** Both begin before either has ended; returns what those wrote that were told of no conflict. */
  private static List<String> race(Class<?> store, Path path) throws Exception {
    CyclicBarrier begun = new CyclicBarrier(2);
    ExecutorService drivers = Executors.newFixedThreadPool(2);
    try {
      List<Future<String>> commits = new ArrayList<>();
      for (String driver : List.of("first", "second")) {
        LogStore own = driver(store);
        commits.add(
            drivers.submit(
                () -> {
                  own.write(path, after(begun, driver), false, hadoop);
                  return driver;
                }));
      }
      List<String> told = new ArrayList<>();
      for (Future<String> commit : commits) {
        try {
          told.add(commit.get());
        } catch (ExecutionException refused) {
          assertEquals(FileAlreadyExistsException.class, refused.getCause().getClass());
        }
      }
      return told;
    } finally {
      drivers.shutdownNow();
    }
  }

  /** A class loader of its own: what a store keeps in static fields, two drivers do not share. */
  private static LogStore driver(Class<?> store) throws Exception {
    URL[] places = {store.getProtectionDomain().getCodeSource().getLocation()};
    ClassLoader own =
        new URLClassLoader(places, store.getClassLoader()) {
          @Override
          protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            boolean shared = name.equals(LogStore.class.getName()) || !name.contains("LogStore");
            if (shared) {
              return super.loadClass(name, resolve);
            }
            synchronized (getClassLoadingLock(name)) {
              Class<?> loaded = findLoadedClass(name);
              try {
                return loaded == null ? findClass(name) : loaded;
              } catch (ClassNotFoundException elsewhere) {
                return super.loadClass(name, resolve);
              }
            }
          }
        };
    return (LogStore)
        own.loadClass(store.getName()).getConstructor(Configuration.class).newInstance(hadoop);
  }

  private static Iterator<String> after(CyclicBarrier begun, String line) {
    return new Iterator<>() {
      private boolean given;

      @Override
      public boolean hasNext() {
        return !given;
      }

      @Override
      public String next() {
        try {
          begun.await();
        } catch (Exception alone) {
          throw new IllegalStateException(alone);
        }
        given = true;
        return line;
      }
    };
  }

  private static void write(Path path, String line) throws IOException {
    new ConditionalLogStore(hadoop).write(path, List.of(line).iterator(), false, hadoop);
  }

  private static List<String> entry(Path path) throws IOException {
    try (CloseableIterator<String> lines = new ConditionalLogStore(hadoop).read(path, hadoop)) {
      List<String> read = new ArrayList<>();
      lines.forEachRemaining(read::add);
      return read;
    } catch (UncheckedIOException failed) {
      throw failed.getCause();
    }
  }

  private static Path path(String table, int version) {
    return new Path("s3a://lake/" + table + "/_delta_log/" + version + ".json");
  }
}
