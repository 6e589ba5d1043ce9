package dev.telltale.jobs.command.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.telltale.jobs.command.CommandRun;
import dev.telltale.jobs.command.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class KernelCommandTest {
  private static final Path SCRIPT = Path.of("..", "scripts", "telltale");

  @TempDir private Path folder;

  @Test
  void theSpecStartsTheScriptWithTheLake() throws IOException {
    CommandRun run =
        CommandRun.of(
            "",
            "kernel",
            "install",
            "--lake",
            "s3a://lakes/telltale",
            "--data-dir",
            folder.toString(),
            "--program",
            SCRIPT.toString());
    assertEquals(ExitCode.DONE, run.code(), run.err());
    JsonNode spec =
        new ObjectMapper().readTree(folder.resolve("kernels/telltale-sql/kernel.json").toFile());
    assertEquals("message", spec.path("interrupt_mode").asText());
    assertEquals("sql", spec.path("language").asText());
    assertTrue(Path.of(spec.path("argv").get(0).asText()).isAbsolute());
    assertTrue(Files.isExecutable(Path.of(spec.path("argv").get(0).asText())));
    assertEquals("{connection_file}", spec.path("argv").get(3).asText());
    assertEquals("s3a://lakes/telltale", spec.path("argv").get(5).asText());
  }

  @Test
  void mistakesAreExplained() {
    CommandRun lake =
        CommandRun.of("", "kernel", "install", "--lake", folder.resolve("none").toString());
    assertEquals(ExitCode.MISTAKE, lake.code());
    CommandRun program =
        CommandRun.of(
            "",
            "kernel",
            "install",
            "--lake",
            "s3a://lakes/a",
            "--program",
            folder.toString() + "/x");
    assertEquals(ExitCode.MISTAKE, program.code());
    assertTrue(program.err().contains("--program FILE"), program.err());
    CommandRun connection =
        CommandRun.of(
            "", "kernel", "run", folder.resolve("none.json").toString(), "--lake", "s3a://lakes/a");
    assertEquals(ExitCode.MISTAKE, connection.code());
    assertTrue(connection.err().contains("is no connection file"), connection.err());
    assertEquals(ExitCode.MISTAKE, CommandRun.of("", "kernel").code());
  }

  @Test
  void jupyterLooksInOneFolderForEachSystem() {
    assertEquals(
        Path.of("/home/a/.local/share/jupyter"),
        JupyterFolder.ofUser(Map.of(), "/home/a", "Linux"));
    assertEquals(
        Path.of("/data/jupyter"),
        JupyterFolder.ofUser(Map.of("XDG_DATA_HOME", "/data"), "/home/a", "Linux"));
    assertEquals(
        Path.of("/Users/a/Library/Jupyter"),
        JupyterFolder.ofUser(Map.of(), "/Users/a", "Mac OS X"));
    assertEquals(
        Path.of("/own"),
        JupyterFolder.ofUser(Map.of("JUPYTER_DATA_DIR", "/own"), "/home/a", "Mac OS X"));
  }
}
