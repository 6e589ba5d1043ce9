package dev.telltale.jobs.command.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The kernel as Jupyter starts it: nbconvert runs a notebook, in processes of their own. */
final class JupyterIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path ROOT =
      Path.of(System.getProperty("telltale.root", "..")).toAbsolutePath();

  @TempDir private static Path folder;

  @BeforeAll
  static void installTheKernel() throws Exception {
    assumeTrue(
        Files.isExecutable(Path.of("/usr/bin/jupyter-nbconvert")),
        "no Jupyter: apt-get install jupyter-nbconvert python3-ipykernel");
    Path logs = Files.createDirectories(folder.resolve("export/logs"));
    Files.writeString(logs.resolve("a"), "{\"message\":\"hello ines@norvikfreight.com\"}\n");
    Path key = folder.resolve("key");
    Files.writeString(key, "a key for tests, never for use");
    Files.setPosixFilePermissions(
        key, java.nio.file.attribute.PosixFilePermissions.fromString("rw-------"));
    assertEquals(
        0,
        run(
            script(),
            "scan",
            "--source",
            folder.resolve("export").toString(),
            "--lake",
            folder.resolve("lake").toString(),
            "--fingerprint-key",
            "file://" + key));
    assertEquals(
        0,
        run(
            script(),
            "kernel",
            "install",
            "--lake",
            folder.resolve("lake").toString(),
            "--data-dir",
            folder.resolve("jupyter").toString()));
  }

  private static String script() {
    return ROOT.resolve("scripts/telltale").normalize().toString();
  }

  private static int run(String... words) throws Exception {
    ProcessBuilder process = new ProcessBuilder(words).redirectErrorStream(true);
    process.environment().put("JUPYTER_DATA_DIR", folder.resolve("jupyter").toString());
    process.environment().put("TELLTALE_DRIVER_MEMORY", "1g");
    File log = folder.resolve("log").toFile();
    Process started = process.redirectOutput(ProcessBuilder.Redirect.appendTo(log)).start();
    assertTrue(started.waitFor(5, TimeUnit.MINUTES), "it ends");
    if (started.exitValue() != 0) {
      System.out.println(Files.readString(log.toPath()));
    }
    return started.exitValue();
  }

  private static List<JsonNode> executed(String name, boolean fails, String... cells)
      throws Exception {
    var root = JSON.createObjectNode();
    for (String source : cells) {
      var cell = root.withArray("cells").addObject();
      cell.put("cell_type", "code").put("source", source).putNull("execution_count");
      cell.putObject("metadata");
      cell.putArray("outputs");
    }
    root.putObject("metadata")
        .putObject("kernelspec")
        .put("name", "telltale-sql")
        .put("display_name", "Telltale SQL");
    root.put("nbformat", 4).put("nbformat_minor", 4);
    Path file = folder.resolve(name + ".ipynb");
    JSON.writeValue(file.toFile(), root);
    List<String> words =
        new ArrayList<>(List.of("jupyter-nbconvert", "--to", "notebook", "--execute", "--inplace"));
    if (fails) {
      words.add("--allow-errors");
    }
    words.add(file.toString());
    assertEquals(0, run(words.toArray(String[]::new)));
    List<JsonNode> outputs = new ArrayList<>();
    JSON.readTree(file.toFile()).path("cells").forEach(cell -> outputs.add(cell.path("outputs")));
    return outputs;
  }

  private static JsonNode output(JsonNode outputs, String type) throws IOException {
    for (JsonNode output : outputs) {
      if (output.path("output_type").asText().equals(type) && output.path("data").size() != 1) {
        return output;
      }
    }
    throw new AssertionError("no " + type + " in " + outputs);
  }

  @Test
  void cellsChartsVariablesAndMistakesWorkInJupyter() throws Exception {
    List<JsonNode> outputs =
        executed(
            "kernel",
            true,
            "%%sql\nSET wanted = pii.email",
            "-- chart: bar x=rule y=places\nSELECT rule, count(*) AS places FROM findings"
                + " WHERE rule = '${wanted}' GROUP BY rule",
            "SELECT rule,\n  nonsense FROM findings",
            "DROP VIEW findings",
            "SELECT 1 AS one");
    JsonNode result = output(outputs.get(1), "execute_result");
    assertTrue(result.path("data").path("text/html").toString().contains("pii.email"));
    assertTrue(
        output(outputs.get(1), "display_data").path("data").has("image/svg+xml"),
        outputs.get(1).toString());
    String error = output(outputs.get(2), "error").toString();
    assertTrue(error.contains("line 2, column 3"), error);
    assertTrue(output(outputs.get(3), "error").toString().contains("the query is refused"));
    assertTrue(output(outputs.get(4), "execute_result").toString().contains("one"));
    assertFalse(outputs.toString().contains("ines@norvikfreight.com"));
  }
}
