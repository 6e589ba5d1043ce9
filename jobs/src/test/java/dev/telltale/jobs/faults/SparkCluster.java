package dev.telltale.jobs.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A master and two workers, by {@code scripts/cluster}. */
final class SparkCluster implements AutoCloseable {
  private static final String EXECUTOR = "CoarseGrainedExecutorBackend";
  private static final int WORKERS = 2;

  private final Path root;
  private final Path folder;

  private SparkCluster(Path root, Path folder) {
    this.root = root;
    this.folder = folder;
  }

  static SparkCluster start(Path root, Path folder) throws IOException {
    SparkCluster cluster = new SparkCluster(root, folder);
    cluster.call("start", "--workers", Integer.toString(WORKERS));
    return cluster;
  }

  String url() throws IOException {
    return Files.readString(folder.resolve("url")).strip();
  }

  /** An executor is a child of its worker, and not the only one. */
  void killAnExecutor(Random random) throws IOException {
    List<ProcessHandle> executors = new ArrayList<>();
    for (int worker = 1; worker <= WORKERS; worker++) {
      String id = Files.readString(folder.resolve("worker-" + worker + ".pid")).strip();
      ProcessHandle.of(Long.parseLong(id))
          .orElseThrow()
          .children()
          .filter(child -> child.info().commandLine().orElse("").contains(EXECUTOR))
          .forEach(executors::add);
    }
    if (executors.size() < WORKERS) {
      throw new FaultCase.Failed("there are " + executors.size() + " executors");
    }
    executors.get(random.nextInt(executors.size())).destroyForcibly();
  }

  private void call(String action, String... options) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(root.resolve("scripts/cluster").toString());
    command.add(action);
    command.addAll(List.of(options));
    command.addAll(List.of("--dir", folder.toString()));
    Process process =
        new ProcessBuilder(command)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    int code = process.onExit().join().exitValue();
    if (code != 0) {
      throw new IOException("scripts/cluster " + action + " ended with " + code);
    }
  }

  @Override
  public void close() throws IOException {
    call("stop");
  }
}
