package dev.telltale.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.spi.ToolProvider;

/**
 * The job, which the demo knows by its command line only: a tool of the name {@code telltale} in a
 * jar beside its own.
 */
final class ScanTool {
  private static final String NAME = "telltale";
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final ToolProvider tool;
  private final PrintStream out;
  private final PrintStream err;

  ScanTool(ToolProvider tool, PrintStream out, PrintStream err) {
    this.tool = tool;
    this.out = out;
    this.err = err;
  }

  /**
   * spark-submit adds the job jar to the context class loader, which the JDK's search leaves out.
   */
  static ToolProvider find() {
    return ServiceLoader.load(ToolProvider.class).stream()
        .map(ServiceLoader.Provider::get)
        .filter(tool -> NAME.equals(tool.name()))
        .findFirst()
        .orElseThrow(
            () ->
                new DemoMistake(
                    "there is nothing to scan with",
                    "the job jar is not on the class path of the demo",
                    "run scripts/telltale demo from a checkout"));
  }

  /** Scans a source into a lake; the summary goes to the output, progress to the error stream. */
  int scan(String source, String lake, List<String> key) {
    return tool.run(out, err, words(List.of("scan", "--source", source, "--lake", lake), key));
  }

  /**
   * Writes the page about what was found into a folder; how long a bucket keeps what is as the
   * vendor's documentation promises.
   */
  int report(String lake, Path folder) {
    return tool.run(
        out,
        err,
        words(
            List.of("report", "--lake", lake, "--out", folder.toString()),
            List.of("--retention", "1d", "--retention", "metrics=7d")));
  }

  /**
   * The rows of a query.
   *
   * @throws IOException if the tool refuses, which it explains on the error stream
   */
  List<JsonNode> query(String lake, String sql, List<String> key) throws IOException {
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    int code;
    try (PrintStream lines = new PrintStream(answer, false, UTF_8)) {
      List<String> query = List.of("sql", "--lake", lake, "--format", "json", "--max-rows", "0");
      code = tool.run(lines, err, words(query, key, List.of(sql)));
    }
    if (code != Demo.DONE) {
      throw new IOException("the lake cannot be queried: exit code " + code);
    }
    List<JsonNode> rows = new ArrayList<>();
    for (String line : answer.toString(UTF_8).lines().toList()) {
      rows.add(MAPPER.readTree(line));
    }
    return rows;
  }

  @SafeVarargs
  private static String[] words(List<String>... parts) {
    List<String> words = new ArrayList<>();
    for (List<String> part : parts) {
      words.addAll(part);
    }
    return words.toArray(String[]::new);
  }
}
