package dev.telltale.jobs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The extension on a Spark Connect server, asked by a client that has nothing of it: two processes.
 */
final class ConnectIT {
  private static final Path ROOT = Path.of(System.getProperty("telltale.root"));
  private static final Path CONNECT = ROOT.resolve("jobs/target/connect");
  private static final String KEY = "a key for tests, never for use";
  private static final long MAX_WAIT_MINUTES = 5;

  @TempDir private static Path folder;

  private static Process server;
  private static int port;

  @BeforeAll
  static void startTheServer() throws Exception {
    Path logs = Files.createDirectories(folder.resolve("export/logs"));
    Files.writeString(logs.resolve("a"), "{\"message\":\"to otto.brand@norvikfreight.com\"}\n");
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    Path output = folder.resolve("server.log");
    ProcessBuilder builder =
        new ProcessBuilder(
            ROOT.resolve("scripts/spark-class").toString(),
            "org.apache.spark.deploy.SparkSubmit",
            "--master",
            "local[1]",
            "--class",
            "org.apache.spark.sql.connect.service.SparkConnectServer",
            "--driver-class-path",
            CONNECT.resolve("spark-connect_2.13.jar")
                + ":"
                + CONNECT.resolve("spark-pipelines_2.13.jar")
                + ":"
                + jobJar(),
            "--conf",
            "spark.sql.extensions=io.delta.sql.DeltaSparkSessionExtension,dev.telltale.sql.TelltaleExtensions",
            "--conf",
            "spark.telltale.fingerprintKey=env:TELLTALE_TEST_KEY",
            "--conf",
            "spark.connect.grpc.binding.address=127.0.0.1",
            "--conf",
            "spark.connect.grpc.binding.port=" + port,
            "--conf",
            "spark.driver.host=127.0.0.1",
            "--conf",
            "spark.driver.bindAddress=127.0.0.1",
            "--conf",
            "spark.ui.enabled=false",
            "spark-internal");
    builder.environment().put("TELLTALE_TEST_KEY", KEY);
    server =
        builder
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(MAX_WAIT_MINUTES);
    while (!listens()) {
      if (!server.isAlive() || System.nanoTime() > end) {
        throw new IOException("the server did not start: " + Files.readString(output));
      }
      Thread.sleep(200);
    }
  }

  private static boolean listens() {
    try (java.net.Socket socket = new java.net.Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException notYet) {
      return false;
    }
  }

  private static Path jobJar() throws IOException {
    try (var files = Files.list(ROOT.resolve("jobs/target"))) {
      return files
          .filter(
              file ->
                  file.getFileName().toString().matches("telltale-jobs-[0-9.]+(-SNAPSHOT)?\\.jar"))
          .findFirst()
          .orElseThrow();
    }
  }

  @AfterAll
  static void stopTheServer() throws InterruptedException {
    server.destroy();
    if (!server.waitFor(30, TimeUnit.SECONDS)) {
      server.destroyForcibly();
    }
  }

  @Test
  void aClientWithoutTheExtensionUsesIt() throws Exception {
    List<String> answers =
        ask(
            "SELECT telltale_redact('mail to otto.brand@norvikfreight.com') AS r",
            "SELECT size(telltale_detect(line)) FROM VALUES ('to otto.brand@norvikfreight.com'), ('fine') AS t(line)",
            "DESCRIBE FUNCTION EXTENDED telltale_detect",
            "SELECT body FROM telltale.`" + folder.resolve("export") + "`",
            "SELECT telltale_detect(5, 6, 7)",
            "SELECT length(telltale_fingerprint('a'))");
    assertTrue(
        answers.get(0).matches("1: mail to \\[telltale:pii\\.email:[0-9a-f]{8}]"),
        answers::toString);
    assertEquals(List.of("2: 1", "2: 0"), answers.subList(1, 3));
    assertTrue(answers.stream().anyMatch(line -> line.startsWith("3: Usage:")), answers::toString);
    assertTrue(
        answers.stream()
            .anyMatch(line -> line.matches("4: .*\\[telltale:pii\\.email:[0-9a-f]{8}].*")),
        answers::toString);
    assertTrue(answers.contains("5! WRONG_NUM_ARGS.WITHOUT_SUGGESTION"), answers::toString);
    assertTrue(answers.contains("6: 64"), answers::toString);
    assertTrue(answers.stream().noneMatch(line -> line.contains("otto.brand")), answers::toString);
  }

  private static List<String> ask(String... statements) throws Exception {
    // The client brings its own SQL; names of classes in its signatures are those of Spark's core.
    String platform =
        Arrays.stream(
                Files.readString(ROOT.resolve("jobs/target/spark-class-path")).trim().split(":"))
            .filter(jar -> !jar.matches(".*/(spark-(sql|catalyst)_|arrow-|delta-).*"))
            .collect(Collectors.joining(":"));
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "--add-opens=java.base/java.nio=ALL-UNNAMED",
                "-cp",
                CONNECT.resolve("spark-connect-client-jvm_2.13.jar")
                    + ":"
                    + ROOT.resolve("jobs/target/test-classes")
                    + ":"
                    + platform,
                ConnectClient.class.getName(),
                "sc://127.0.0.1:" + port));
    command.addAll(List.of(statements));
    Path output = folder.resolve("client.out");
    Path errors = folder.resolve("client.err");
    Process client =
        new ProcessBuilder(command)
            .redirectOutput(output.toFile())
            .redirectError(errors.toFile())
            .start();
    if (!client.waitFor(MAX_WAIT_MINUTES, TimeUnit.MINUTES)) {
      client.destroyForcibly();
    }
    assertEquals(
        0,
        client.exitValue(),
        () -> read(errors) + read(output) + read(folder.resolve("server.log")));
    return Files.readAllLines(output);
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException gone) {
      return gone.toString();
    }
  }
}
