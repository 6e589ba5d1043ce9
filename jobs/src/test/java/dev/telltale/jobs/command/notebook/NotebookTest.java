package dev.telltale.jobs.command.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.telltale.jobs.page.chart.Chart;
import dev.telltale.jobs.settings.UserMistake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Files of notebooks, and what their cells say. */
final class NotebookTest {
  private static final Path FOLDER = Path.of("..", "notebooks");

  @Test
  void theNotebooksOfTheFolderAreThoseThatCome() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      assertEquals(
          new TreeSet<>(BundledNotebooks.NAMES.stream().map(name -> name + ".ipynb").toList()),
          new TreeSet<>(files.map(file -> file.getFileName().toString()).toList()));
    }
  }

  @Test
  void everyNotebookRunsAsItIsInSparkmagicAndHasNoOutput() throws IOException {
    ObjectMapper json = new ObjectMapper();
    for (String name : BundledNotebooks.NAMES) {
      JsonNode notebook = json.readTree(FOLDER.resolve(name + ".ipynb").toFile());
      assertEquals(4, notebook.path("nbformat").asInt());
      for (JsonNode cell : notebook.path("cells")) {
        StringBuilder source = new StringBuilder();
        cell.path("source").forEach(line -> source.append(line.asText()));
        if (cell.path("cell_type").asText().equals("code")) {
          assertTrue(source.toString().startsWith("%%sql\n"), name);
          assertFalse(source.toString().contains("\\"), "kernels disagree about backslashes");
          assertFalse(source.toString().contains("\"\"\""), "kernels paste it between these");
          assertEquals(0, cell.path("outputs").size(), name);
          assertTrue(cell.path("execution_count").isNull(), name);
        }
      }
      assertTrue(Files.size(FOLDER.resolve(name + ".ipynb")) < 16_000, name);
    }
  }

  @Test
  void aSourceIsATextOrLines() {
    Notebook notebook =
        Notebook.read(
            "folder/a.ipynb",
            """
            {"nbformat": 4, "nbformat_minor": 2, "metadata": {}, "cells": [
              {"cell_type": "markdown", "metadata": {}, "source": "# Title\\n"},
              {"cell_type": "code", "metadata": {}, "source": ["%%sql\\n", "SELECT 1"], "outputs": []}]}
            """);
    assertEquals("a", notebook.name());
    assertEquals("Title", notebook.title());
    assertEquals("%%sql\nSELECT 1", notebook.cells().get(1).source());
    assertEquals("cell-2", notebook.cells().get(1).id());
  }

  @Test
  void whatIsNoNotebookIsAMistake() {
    for (String text :
        List.of("", "{", "[]", "{\"nbformat\": 3}", "{\"nbformat\": 4, \"cells\": [{}]}")) {
      UserMistake mistake =
          assertThrows(UserMistake.class, () -> Notebook.read("x.ipynb", text), text);
      assertTrue(mistake.getMessage().contains("x.ipynb is not a notebook"), mistake.getMessage());
    }
  }

  @Test
  void optionsOfTheMagicAreAcceptedAndSemicolonsDropped() {
    assertEquals("SELECT 1", SqlCell.of("%%sql -q -n 5 -o frame\nSELECT 1 ; ;\n").statement());
    assertTrue(SqlCell.isMagic("%%sql"));
    assertFalse(SqlCell.isMagic(" %%sql\nSELECT 1"));
    assertFalse(SqlCell.isMagic("%%sqlx\nSELECT 1"));
    assertTrue(SqlCell.of("%%sql\n-- only a comment\n").isEmpty());
  }

  @Test
  void aCommentSaysTheChart() {
    ChartComment chart =
        SqlCell.of("%%sql\n-- chart: column x=day y=a,b series=kind title=Some days x=y\nSELECT 1")
            .chart();
    assertEquals(
        new ChartComment(Chart.Kind.COLUMN, "day", List.of("a", "b"), "kind", "Some days x=y"),
        chart);
    assertNull(SqlCell.of("%%sql\nSELECT 'chart: bar'").chart());
    for (String wrong : List.of("pie x=a y=b", "bar x=a", "bar y=b", "bar x=a y=b z=c", "")) {
      UserMistake mistake =
          assertThrows(
              UserMistake.class, () -> SqlCell.of("%%sql\n-- chart: " + wrong + "\nSELECT 1"));
      assertTrue(mistake.getMessage().contains("write: -- chart: bar"), mistake.getMessage());
    }
  }

  @Test
  void variablesAreReplacedAndTheCommandLineWins() {
    Variables variables = new Variables(List.of(new Variables.Given("days", "7")));
    assertEquals(
        "7", variables.set(SqlCell.of("%%sql\n-- how long\nSET days = 1").assignment().get()));
    assertEquals("a b", variables.set(SqlCell.of("%%sql\nset word= a b ;").assignment().get()));
    assertEquals("SELECT 7, 'a b$1'", variables.replaced("SELECT ${days}, '${word}$1'"));
    UserMistake unknown =
        assertThrows(UserMistake.class, () -> variables.replaced("SELECT '${env:HOME}'"));
    assertTrue(unknown.getMessage().contains("${env:HOME}"), unknown.getMessage());
  }

  @Test
  void markdownIsHtmlWithoutTheHtmlInIt() {
    String html =
        MarkdownText.html(
            "# A\n\n<script>alert(1)</script>\n\n[x](javascript:alert(2)) `c` ![i](https://x.example/i)");
    assertTrue(html.contains("<h1>A</h1>"), html);
    assertFalse(html.contains("<script"), html);
    assertFalse(html.contains("javascript:"), html);
  }
}
