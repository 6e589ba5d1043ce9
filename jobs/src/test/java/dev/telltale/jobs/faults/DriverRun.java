package dev.telltale.jobs.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A scan of the job jar in a driver process of its own. */
final class DriverRun {
  private static final long MAX_MINUTES = 10;

  private final Process process;
  private final Path output;

  DriverRun(List<String> command, Map<String, String> environment, Path output) throws IOException {
    this.output = output;
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(environment);
    this.process = builder.redirectErrorStream(true).redirectOutput(output.toFile()).start();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** As {@code kill -9}. */
  void kill() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor();
  }

  /** Whether it ended by itself within that time. */
  boolean endsWithin(long millis) throws InterruptedException {
    return process.waitFor(millis, TimeUnit.MILLISECONDS);
  }

  int exitCode() throws IOException, InterruptedException {
    if (!process.waitFor(MAX_MINUTES, TimeUnit.MINUTES)) {
      kill();
      throw new IOException("no end after " + MAX_MINUTES + " minutes:\n" + output());
    }
    return process.exitValue();
  }

  void mustEndWith(int code) throws IOException, InterruptedException {
    int ended = exitCode();
    if (ended != code) {
      throw new FaultCase.Failed(
          "a driver ended with " + ended + ", not " + code + ":\n" + output());
    }
  }

  /** Waits until one of its requests stands at a gate. */
  void mustArriveAt(Gate gate) throws IOException, InterruptedException {
    while (!gate.awaitArrival(1)) {
      if (!process.isAlive()) {
        throw new FaultCase.Failed(
            "a driver ended before the request that was waited for:\n" + output());
      }
    }
  }

  String output() throws IOException {
    return Files.readString(output);
  }
}
