package dev.telltale.jobs.deployment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code scripts/telltale} as a release has it, with a stand-in for spark-submit. */
final class ReleaseScriptTest {
  private static final String DELTA = "io.delta:delta-spark_4.1_2.13:4.2.0";
  private static final String HADOOP_AWS = "org.apache.hadoop:hadoop-aws:3.4.2";

  @TempDir private Path folder;

  private Path release;
  private Path spark;

  @BeforeEach
  void unpack() throws IOException {
    release = Files.createDirectories(folder.resolve("telltale-9.8.7/scripts")).getParent();
    Files.copy(Conf.ROOT.resolve("scripts/telltale"), release.resolve("scripts/telltale"));
    Files.createFile(release.resolve("telltale-jobs-9.8.7.jar"));
    Files.writeString(
        release.resolve("RELEASE"),
        "version=9.8.7\nspark=4.1.1\ndelta=%s\nhadoop-aws=%s\njvm-modules=\n"
            .formatted(DELTA, HADOOP_AWS));
    spark = folder.resolve("spark");
    Files.createDirectories(spark.resolve("jars"));
    Files.createFile(spark.resolve("jars/spark-core_2.13-4.1.1.jar"));
    Path submit = Files.createDirectories(spark.resolve("bin")).resolve("spark-submit");
    Files.writeString(submit, "#!/bin/sh\necho submitted \"$@\"\n");
    Files.setPosixFilePermissions(submit, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  @Test
  void aPlainSparkIsGivenDeltaAndTheStore() throws Exception {
    String call = run(Map.of("SPARK_HOME", spark.toString()), 0, "scan", "--help-me");
    assertTrue(call.contains(" --packages " + DELTA + "," + HADOOP_AWS + " "), call);
    assertTrue(call.contains("conf/spark-defaults.conf --load-spark-defaults"), call);
    assertTrue(call.endsWith(release + "/telltale-jobs-9.8.7.jar scan --help-me"), call);
  }

  @Test
  void whatThePlatformBringsIsNotFetched() throws Exception {
    Files.createFile(spark.resolve("jars/delta-spark_4.1_2.13-4.2.0.jar"));
    String call = run(Map.of("SPARK_HOME", spark.toString()), 0, "scan");
    assertTrue(call.contains(" --packages " + HADOOP_AWS + " "), call);
    Files.createFile(spark.resolve("jars/hadoop-aws-3.4.2.jar"));
    call = run(Map.of("SPARK_HOME", spark.toString()), 0, "scan");
    assertFalse(call.contains("--packages"), call);
  }

  @Test
  void theSparkOfThePathIsFound() throws Exception {
    Path bin = Files.createDirectories(folder.resolve("path"));
    Files.createSymbolicLink(
        bin.resolve("spark-submit"), spark.resolve("bin/spark-submit").toAbsolutePath());
    String call = run(Map.of("PATH", bin + ":" + System.getenv("PATH")), 0, "scan");
    assertTrue(call.startsWith("submitted --class dev.telltale.jobs.Telltale "), call);
  }

  @Test
  void withoutSparkTheRemedyIsNamed() throws Exception {
    String answer = run(Map.of("PATH", "/usr/bin:/bin"), 2, "scan");
    assertTrue(answer.contains("there is no Spark to run on"), answer);
    assertTrue(answer.contains("point SPARK_HOME at a Spark 4.1.1 for Scala 2.13"), answer);
  }

  private String run(Map<String, String> environment, int code, String... words)
      throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(List.of("bash", release.resolve("scripts/telltale").toString()));
    command.addAll(List.of(words));
    Path output = Files.createTempFile(folder, "output", ".txt");
    ProcessBuilder builder = new ProcessBuilder(command);
    for (String set : List.of("SPARK_HOME", "TELLTALE_MASTER", "TELLTALE_SPARK_ARGS")) {
      builder.environment().remove(set);
    }
    builder.environment().putAll(environment);
    builder.redirectErrorStream(true).redirectOutput(output.toFile());
    Process process = builder.start();
    assertTrue(process.waitFor(60, TimeUnit.SECONDS), "no end after a minute");
    String text = Files.readString(output).strip();
    assertEquals(code, process.exitValue(), text);
    return text;
  }
}
