package dev.telltale.jobs.command.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.telltale.jobs.command.CommandRun;
import dev.telltale.jobs.command.ExitCode;
import dev.telltale.jobs.command.KeyFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code telltale notebook} from end to end, on a folder of one object. */
final class NotebookCommandTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private static Path folder;

  private static String lake;

  @BeforeAll
  static void scanAFolder() throws IOException {
    Path logs = Files.createDirectories(folder.resolve("export/logs"));
    Files.writeString(
        logs.resolve("a"),
        "{\"message\":\"<img src=x onerror=alert(1)> ines@norvikfreight.com\"}\n");
    lake = folder.resolve("lake").toString();
    CommandRun scan =
        CommandRun.of(
            "",
            "scan",
            "--source",
            "file://" + folder.resolve("export"),
            "--lake",
            lake,
            "--fingerprint-key",
            KeyFile.in(folder));
    assertEquals(ExitCode.DONE, scan.code(), scan.err());
  }

  private static Path notebook(String name, String... cells) throws IOException {
    StringBuilder json = new StringBuilder();
    for (String cell : cells) {
      json.append(json.isEmpty() ? "" : ",")
          .append("{\"cell_type\":\"code\",\"metadata\":{},\"outputs\":[],\"source\":")
          .append(JSON.writeValueAsString(cell))
          .append('}');
    }
    Path file = folder.resolve(name + ".ipynb");
    Files.writeString(
        file, "{\"nbformat\":4,\"nbformat_minor\":5,\"metadata\":{},\"cells\":[" + json + "]}");
    return file;
  }

  private static CommandRun run(Path notebook, String... more) {
    String[] words = new String[7 + more.length];
    System.arraycopy(
        new String[] {
          "notebook",
          "run",
          notebook.toString(),
          "--lake",
          lake,
          "--out",
          folder.resolve("out").toString()
        },
        0,
        words,
        0,
        7);
    System.arraycopy(more, 0, words, 7, more.length);
    return CommandRun.of("", words);
  }

  private static JsonNode executed(String name) throws IOException {
    return JSON.readTree(folder.resolve("out").resolve(name + ".ipynb").toFile());
  }

  @Test
  void cellsAreRunAndTheirRowsStandInTheNotebookAndThePage() throws IOException {
    CommandRun run =
        run(
            notebook(
                "fine",
                "%%configure -f\n{}",
                "%%sql\nSET wanted = pii.email",
                "%%sql -q\n-- chart: bar x=rule y=places title=Places\n"
                    + "SELECT rule, count(*) AS places FROM findings WHERE rule = '${wanted}' GROUP BY rule;",
                "%%sql\nSELECT body, map('a', 1) AS m, array(1, NULL) AS l, CAST('ab' AS BINARY) AS b FROM records"));
    assertEquals(ExitCode.DONE, run.code(), run.err());
    JsonNode cells = executed("fine").path("cells");
    assertTrue(cells.get(0).path("execution_count").isNull());
    JsonNode chart = cells.get(2).path("outputs").get(0);
    assertTrue(chart.path("data").path("image/svg+xml").asText().startsWith("<svg"));
    assertTrue(
        cells
            .get(2)
            .path("outputs")
            .get(1)
            .path("data")
            .path("text/plain")
            .asText()
            .contains("pii.email"));
    String html = cells.get(3).path("outputs").get(0).path("data").path("text/html").asText();
    assertTrue(
        html.contains("{a -&gt; 1}") && html.contains("[1, null]") && html.contains("6162"), html);
    String page = Files.readString(folder.resolve("out/fine.html"));
    assertFalse(page.contains("<img"), "text of the lake stays text");
    assertFalse(page.contains("<script"), "a page to read has no script");
  }

  @Test
  void theCommandLineSetsVariables() throws IOException {
    Path notebook = notebook("set", "%%sql\nSET word = a", "%%sql\nSELECT '${word}' AS word");
    assertEquals(ExitCode.DONE, run(notebook, "--set", "word=b=c").code());
    assertTrue(executed("set").toString().contains("b=c"));
    CommandRun unknown = run(notebook, "--set", "other=1");
    assertEquals(ExitCode.MISTAKE, unknown.code());
    assertTrue(unknown.err().contains("the notebooks use word"), unknown.err());
  }

  @Test
  void aCellThatFailsIsNamedAndWhatCameBeforeIsWritten() throws IOException {
    CommandRun run =
        run(
            notebook(
                "failing",
                "%%sql\nSELECT 1 AS one",
                "%%sql\nSELECT rule,\n  nonsense\nFROM findings",
                "%%sql\nSELECT 2 AS two"));
    assertEquals(ExitCode.MISTAKE, run.code(), run.err());
    assertTrue(run.err().contains("failing, cell 2 (cell-2): "), run.err());
    assertTrue(run.err().contains("line 2, column 3"), run.err());
    JsonNode cells = executed("failing").path("cells");
    assertEquals("error", cells.get(1).path("outputs").get(0).path("output_type").asText());
    assertEquals(0, cells.get(2).path("outputs").size());
    assertTrue(Files.readString(folder.resolve("out/failing.html")).contains("role=\"alert\""));
  }

  @Test
  void cellsReadTheLakeAndNothingElse() throws IOException {
    for (String cell :
        new String[] {
          "%%sql\nDROP VIEW findings",
          "%%sql\nSELECT * FROM text.`/etc/passwd`",
          "%%sql\nSELECT '${env:HOME}'",
          "print(1)",
          "%%sql\n-- chart: bar x=nothing y=one\nSELECT 1 AS one"
        }) {
      CommandRun run = run(notebook("refused", cell));
      assertEquals(ExitCode.MISTAKE, run.code(), cell + "\n" + run.err());
      assertTrue(run.err().contains("refused, cell 1 (cell-1): "), run.err());
    }
  }

  @Test
  void mistakesAreAnsweredBeforeSparkStarts() {
    CommandRun none = CommandRun.of("", "notebook", "run", "99", "no.ipynb", "--lake", lake);
    assertEquals(ExitCode.MISTAKE, none.code());
    assertTrue(none.err().contains("there is no notebook 99"), none.err());
    assertTrue(none.err().contains("there is no notebook no.ipynb"), none.err());
    assertTrue(none.err().contains("01-what-was-shared"), none.err());
  }

  @Test
  void aListNamesWhatComes() {
    CommandRun list = CommandRun.of("", "notebook");
    assertEquals(ExitCode.DONE, list.code(), list.err());
    for (String name : BundledNotebooks.NAMES) {
      assertTrue(list.out().contains(name), list.out());
    }
  }

  @Test
  void aNewNotebookRunsAndIsNeverWrittenOver() {
    String file = folder.resolve("mine").toString();
    CommandRun made = CommandRun.of("", "notebook", "new", file);
    assertEquals(ExitCode.DONE, made.code(), made.err());
    assertEquals(ExitCode.MISTAKE, CommandRun.of("", "notebook", "new", file).code());
    CommandRun run = run(folder.resolve("mine.ipynb"));
    assertEquals(ExitCode.DONE, run.code(), run.err());
  }
}
