package dev.telltale.jobs.leaks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.telltale.jobs.SparkForTests;
import dev.telltale.jobs.logging.LogGuard;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.logging.log4j.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is logged of failures whose messages quote data. */
final class ProvokedFailuresTest {
  private static final String QUOTED = "quoted: ";

  @TempDir private Path folder;

  private static final String CANARY = "password=ZqX!ab'c7k-canary";

  /** Its parts must not turn up either. */
  private static final List<String> PARTS = List.of("c7k-canary", "ZqX!ab", "zqx!ab");

  private static final int MIN_FAILED = 45;
  private static final int MIN_QUOTED = 30;

  @ParameterizedTest
  @ValueSource(strings = {"ERROR", "WARN", "INFO", "DEBUG"})
  void noLevelQuotesTheData(String level) {
    List<String> quoting = new ArrayList<>();
    TreeSet<String> told = new TreeSet<>();
    forEach(
        Level.valueOf(level),
        (name, log) -> {
          if (isQuoted(log)) {
            quoting.add(name + "\n" + quotedLine(log));
          }
          told.addAll(log.lines().filter(line -> line.contains("Exception in task")).toList());
        },
        true);
    assertEquals(List.of(), quoting);
    assertTrue(!told.isEmpty(), "what failed is still told");
  }

  /** In a process of its own, for in this one a guard may stand already. */
  @Test
  void withoutTheGuardNearlyAllOfThemAreQuoted() throws IOException, InterruptedException {
    ForkedJvm.End end =
        ForkedJvm.run(
            folder.resolve("unguarded.txt"),
            List.of(),
            Map.of(),
            List.of(ProvokedFailuresTest.class.getName()));
    long quoted = end.output().lines().filter(line -> line.startsWith(QUOTED)).count();
    assertTrue(quoted >= MIN_QUOTED, quoted + " are quoted");
  }

  /** Provokes all of them without a guard, and names those whose log quotes the value. */
  public static void main(String[] words) {
    forEach(
        Level.WARN,
        (name, log) -> {
          if (isQuoted(log)) {
            System.out.println(QUOTED + name);
          }
        },
        false);
    Runtime.getRuntime().halt(0);
  }

  private interface Look {
    void at(String name, String log);
  }

  private static void forEach(Level level, Look look, boolean guarded) {
    // A literal cannot hold an apostrophe as it is.
    ProvokedFailures inRows = new ProvokedFailures(SparkForTests.session(), CANARY);
    ProvokedFailures inText =
        new ProvokedFailures(SparkForTests.session(), CANARY.replace("'", "\\'"));
    inRows.prepare();
    int failed = 0;
    for (Map.Entry<String, Runnable> failure : inRows.all().entrySet()) {
      Runnable provoked =
          failure.getKey().contains("%s") ? inText.all().get(failure.getKey()) : failure.getValue();
      try (CapturedLog log = new CapturedLog("captured", level)) {
        if (guarded) {
          LogGuard.install();
          log.forget();
        }
        failed += fails(provoked) ? 1 : 0;
        look.at(failure.getKey(), log.text());
      }
    }
    assertTrue(failed >= MIN_FAILED, failed + " failed");
  }

  private static boolean fails(Runnable provoked) {
    try {
      provoked.run();
      return false;
    } catch (Throwable provokedOne) {
      return true;
    }
  }

  private static boolean isQuoted(String log) {
    return new Canary(CANARY).formIn(log) != null || PARTS.stream().anyMatch(log::contains);
  }

  private static String quotedLine(String log) {
    return log.lines().filter(ProvokedFailuresTest::isQuoted).findFirst().orElse("");
  }
}
