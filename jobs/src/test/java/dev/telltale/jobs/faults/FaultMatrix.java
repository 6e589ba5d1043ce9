package dev.telltale.jobs.faults;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;

/**
 * Runs the fault matrix, as {@code scripts/faults} calls it: every case in several trials, each in
 * a lake of its own, and then the mutant that has to fail. Exits with 1 if a promise was broken or
 * the mutant went unnoticed.
 */
public final class FaultMatrix {
  private static final String MUTANT = "mutant: commits without transaction ids";

  private final FaultStack stack;
  private final long seed;
  private final PrintStream out;
  private List<String> undisturbed;
  private int lakes;

  private FaultMatrix(FaultStack stack, long seed, PrintStream out) {
    this.stack = stack;
    this.seed = seed;
    this.out = out;
  }

  /**
   * @param words root of the checkout, folder for logs, trials a case, seed, and a part of the
   *     names of the cases to run
   */
  public static void main(String[] words) throws Exception {
    Path root = Path.of(words[0]);
    Path work = Files.createDirectories(Path.of(words[1]));
    int trials = Integer.parseInt(words[2]);
    long seed = Long.parseLong(words[3]);
    boolean passed;
    try (FaultStack stack = new FaultStack(root, work, seed)) {
      passed = new FaultMatrix(stack, seed, System.out).run(trials, Pattern.compile(words[4]));
    }
    System.exit(passed ? 0 : 1);
  }

  private boolean run(int trials, Pattern names) throws Exception {
    String lake = nextLake();
    stack.nextDrivers(false, List.of());
    stack.scanUndisturbed(lake);
    undisturbed = stack.rows(lake);
    out.printf(
        "seed %d; an undisturbed run has %d rows and takes %.1f s from its lease to its end%n%n",
        seed, undisturbed.size(), stack.undisturbedMillis() / 1e3);
    out.printf("%-42s %6s %7s %10s%n", "case", "trials", "passed", "time");
    boolean all = true;
    for (FaultCase each : FaultCases.all()) {
      if (names.matcher(each.name()).find()) {
        all &= passed(each, trials, List.of()) == trials;
      }
    }
    if (names.matcher(MUTANT).find()) {
      all &= noticesTheMutant();
    }
    return all;
  }

  private int passed(FaultCase fault, int trials, List<String> arguments) throws Exception {
    long began = System.nanoTime();
    int passed = 0;
    for (int trial = 0; trial < trials; trial++) {
      String lake = nextLake();
      Random random = new Random(seed ^ (fault.name() + trial).hashCode());
      stack.nextDrivers(fault.cluster(), arguments);
      try {
        fault.trial().run(stack, lake, random);
        compare(stack.rows(lake));
        passed++;
      } catch (FaultCase.Failed failed) {
        System.err.println(fault.name() + ", trial " + trial + ": " + failed.getMessage());
      } finally {
        stack.proxy().clear();
      }
    }
    long seconds = Duration.ofNanos(System.nanoTime() - began).toSeconds();
    out.printf("%-42s %6d %7d %8d s%n", fault.name(), trials, passed, seconds);
    return passed;
  }

  /**
   * Without transaction ids what is written again has to be there twice. The row of a run shows it:
   * records and findings that are there twice are noticed when the batch is settled, and read anew.
   */
  private boolean noticesTheMutant() throws Exception {
    String lake = nextLake();
    stack.nextDrivers(false, mutantArguments());
    FaultCases.killed("runs", true).run(stack, lake, new Random(seed));
    stack.proxy().clear();
    int doubled = stack.rows(lake).size() - undisturbed.size();
    out.printf("%-42s %s%n", MUTANT, doubled > 0 ? doubled + " rows doubled" : "unnoticed");
    return doubled > 0;
  }

  private void compare(List<String> rows) {
    List<String> more = new ArrayList<>(rows);
    List<String> missing = new ArrayList<>();
    for (String row : undisturbed) {
      if (!more.remove(row)) {
        missing.add(row);
      }
    }
    if (!more.isEmpty() || !missing.isEmpty()) {
      throw new FaultCase.Failed(
          missing.size() + " rows are missing, " + more.size() + " rows are too many");
    }
  }

  /** The class is on no class path but this one. */
  private static List<String> mutantArguments() {
    Path classes =
        Path.of(
            LogStoreWithoutTransactions.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath());
    return List.of(
        "--driver-class-path",
        classes.toString(),
        "--conf",
        "spark.delta.logStore.s3a.impl=" + LogStoreWithoutTransactions.class.getName(),
        "--conf",
        "spark.databricks.delta.writeChecksumFile.enabled=false");
  }

  private String nextLake() {
    lakes++;
    return "s3a://lakes/lake-" + lakes;
  }
}
