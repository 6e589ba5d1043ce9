package dev.telltale.jobs.command.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.telltale.demo.leaks.Leak;
import dev.telltale.jobs.SparkForTests;
import dev.telltale.jobs.command.DemoLake;
import dev.telltale.jobs.command.sql.LakeSql;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every cell of every notebook, over the demo's lake: its shape, and what the story says there. */
@ExtendWith(DemoLake.class)
final class NotebooksOverDemoTest {
  private static final Map<String, Map<String, RanCell>> CELLS = new LinkedHashMap<>();
  private static final Map<String, NotebookRun> RUNS = new HashMap<>();

  private static DemoLake.Scanned demo;

  @BeforeAll
  static void runAll(DemoLake.Scanned lake) throws IOException {
    demo = lake;
    LakeSql sql =
        new LakeSql(
            SparkForTests.session(),
            lake.uri(),
            false,
            "env:NO_CELL_NEEDS_THE_FINGERPRINT_KEY",
            List::of);
    Path pages = Files.createDirectories(Path.of("target", "pages"));
    for (String name : BundledNotebooks.NAMES) {
      Notebook notebook = BundledNotebooks.notebook(name);
      NotebookRun run =
          NotebookRun.of(notebook, new CellRunner(sql, new Variables(List.of())), step -> {});
      RUNS.put(name, run);
      Map<String, RanCell> cells = new LinkedHashMap<>();
      run.cells().stream()
          .filter(cell -> cell.cell().kind() == NotebookCell.Kind.CODE)
          .forEach(cell -> cells.put(cell.cell().id(), cell));
      CELLS.put(name.substring(0, 2), cells);
      Files.writeString(
          pages.resolve(name + ".html"), NotebookPage.html(notebook, run, "Run by a test."));
    }
  }

  /** What a cell has to say, by notebook and cell. */
  private static Map<String, Consumer<Rows>> promises() {
    Map<String, Consumer<Rows>> promises = new LinkedHashMap<>();
    promises.put(
        "01/runs", rows -> rows.has(1, "coverage_percent").equal(0, "coverage_percent", "100.0"));
    promises.put(
        "01/types",
        rows -> rows.column("telemetry_type", "logs", "kubernetes", "metrics", "billing").chart());
    promises.put("01/hours", rows -> rows.atLeast(20).chart());
    promises.put("01/formats", rows -> rows.column("format", "gitpod-metrics", "kubernetes"));
    promises.put("01/coverage", rows -> rows.all("unread_megabytes", "0.0").chart());
    promises.put(
        "01/faults",
        rows -> {
          Set<String> faults = new TreeSet<>();
          demo.truth().faults().forEach(fault -> faults.add(fault.faultId()));
          rows.column("fault", faults.toArray(String[]::new));
        });
    promises.put("01/senders", rows -> rows.atLeast(10).filled("emitter"));
    promises.put("02/sure", rows -> rows.has(1, "objects").equal(0, "coverage_percent", "100.0"));
    promises.put(
        "02/severity",
        rows ->
            rows.has(4, "places")
                .equal(0, "severity", "critical")
                .equal(1, "severity", "high")
                .equal(2, "severity", "medium")
                .equal(3, "severity", "low")
                .sum("values", demo.truth().leaks().stream().map(Leak::reveal).distinct().count())
                .chart());
    promises.put(
        "02/categories",
        rows -> rows.column("category", "credential", "personal", "financial", "network").chart());
    promises.put("02/rules", rows -> rows.has(15, "places").equal(0, "rule", "pii.email").chart());
    promises.put(
        "02/trend", rows -> rows.atLeast(10).column("severity", "critical", "low").chart());
    promises.put("02/emitters", rows -> rows.atLeast(5).chart());
    promises.put("02/fields", rows -> rows.column("field_pattern", "$.message"));
    promises.put("02/worst", rows -> rows.has(10, "case_id").all("severity", "critical"));
    promises.put("03/which", rows -> rows.equal(0, "value", "worst"));
    promises.put("03/case", rows -> rows.has(1, "case_id").equal(0, "severity", "critical"));
    promises.put("03/reach", rows -> rows.has(1, "went_to").filled("why"));
    promises.put(
        "03/places",
        rows ->
            rows.atLeast(1)
                .count(Integer.parseInt(of("03", "case").cell(0, "places")))
                .filled("object_key"));
    promises.put("03/timeline", rows -> rows.atLeast(1).chart());
    promises.put(
        "03/context",
        rows -> {
          rows.atLeast(2).column("here", "true", "false");
          String body = rows.where("here", "true", "body");
          assertTrue(body.contains("[telltale:"), body);
        });
    promises.put(
        "03/cause",
        rows ->
            rows.atLeast(1)
                .sum("places", Long.parseLong(of("03", "case").cell(0, "places")))
                .filled("field_pattern"));
    promises.put("03/alike", rows -> rows.atLeast(1));
    promises.put("04/metrics", rows -> rows.has(20, "metric").filled("metric"));
    promises.put("04/which", rows -> rows.equal(0, "value", "most"));
    promises.put("04/series", rows -> rows.atLeast(2).chart());
    promises.put("04/levels", rows -> rows.atLeast(5).column("level", "error", "other").chart());
    promises.put("04/messages", rows -> rows.atLeast(1));
    promises.put("04/services", rows -> rows.atLeast(5).chart());
    promises.put("04/share", rows -> rows.atLeast(10));
    promises.put("05/before", rows -> rows.equal(0, "key", "pattern"));
    promises.put("05/after", rows -> rows.equal(0, "key", "stricter"));
    promises.put(
        "05/records",
        rows -> {
          rows.column("telemetry_type", "logs", "kubernetes").chart();
          assertTrue(rows.total("left_out") > 0, "the second pattern is stricter");
          assertTrue(rows.total("kept") > 0, "and finds something");
        });
    promises.put("05/shapes", rows -> rows.atLeast(2));
    promises.put("05/known", rows -> rows.column("pattern", "before only", "both"));
    promises.put("05/confidence", rows -> rows.has(12, "weak").chart());
    promises.put(
        "05/floor",
        rows -> {
          rows.has(7, "places");
          assertTrue(rows.number(0, "places") > rows.number(6, "places"), "a floor takes some out");
        });
    promises.put("06/days", rows -> rows.equal(0, "value", "1"));
    promises.put("06/metrics-days", rows -> rows.equal(0, "value", "7"));
    promises.put(
        "06/now",
        rows ->
            rows.column("telemetry_type", "logs", "metrics", "kubernetes")
                .all("version_state", "current")
                .filled("first_expires"));
    promises.put("06/until", rows -> rows.atLeast(2).chart());
    promises.put("06/first", rows -> rows.has(25, "until").filled("until"));
    promises.put("06/copies", rows -> rows.column("delivery_count", "1", "2"));
    promises.put("06/versions", rows -> rows.all("version_state", "current"));
    return promises;
  }

  private static Rows of(String notebook, String cell) {
    return new Rows(notebook + "/" + cell, CELLS.get(notebook).get(cell));
  }

  @TestFactory
  Stream<DynamicTest> everyCellSaysWhatTheStorySays() {
    return promises().entrySet().stream()
        .map(
            promise ->
                dynamicTest(
                    promise.getKey(),
                    () -> {
                      String[] parts = promise.getKey().split("/", -1);
                      promise.getValue().accept(of(parts[0], parts[1]));
                    }));
  }

  @Test
  void everyCellHasAPromise() {
    Set<String> cells = new TreeSet<>();
    CELLS.forEach((notebook, each) -> each.keySet().forEach(id -> cells.add(notebook + "/" + id)));
    assertEquals(cells, new TreeSet<>(promises().keySet()));
  }

  @Test
  void noNotebookShowsAPlantedValue() {
    Set<String> values = new HashSet<>();
    demo.truth().leaks().forEach(leak -> values.add(leak.reveal()));
    RUNS.forEach(
        (name, run) -> {
          String page = NotebookPage.html(BundledNotebooks.notebook(name), run, "");
          String file = ExecutedNotebook.json(BundledNotebooks.notebook(name), run);
          for (String value : values) {
            assertFalse(page.contains(value) || file.contains(value), name);
          }
        });
  }

  /** What a cell gave, with promises that read as sentences. */
  private record Rows(String place, RanCell ran) {
    Rows {
      assertNotNull(ran, place);
      assertNull(ran.failure(), place);
      assertNotNull(ran.result(), place);
    }

    CellResult result() {
      return ran.result();
    }

    String cell(int row, String column) {
      int at = result().column(column);
      assertTrue(at >= 0, place + " has no column " + column);
      return result().rows().get(row).get(at);
    }

    double number(int row, String column) {
      return Double.parseDouble(cell(row, column));
    }

    double total(String column) {
      double sum = 0;
      for (int row = 0; row < result().rows().size(); row++) {
        sum += number(row, column);
      }
      return sum;
    }

    List<String> cells(String column) {
      return result().rows().stream().map(row -> row.get(result().column(column))).toList();
    }

    Rows count(int rows) {
      assertEquals(rows, result().rows().size(), place);
      return this;
    }

    Rows has(int rows, String column) {
      count(rows);
      cell(0, column);
      return this;
    }

    Rows atLeast(int rows) {
      assertTrue(result().rows().size() >= rows, place + ": " + result().rows().size());
      return this;
    }

    Rows equal(int row, String column, String expected) {
      assertEquals(expected, cell(row, column), place + " " + column);
      return this;
    }

    Rows column(String column, String... among) {
      cell(0, column);
      assertTrue(cells(column).containsAll(List.of(among)), place + ": " + cells(column));
      return this;
    }

    Rows all(String column, String expected) {
      cell(0, column);
      assertEquals(Set.of(expected), Set.copyOf(cells(column)), place);
      return this;
    }

    Rows filled(String column) {
      cell(0, column);
      assertFalse(cells(column).contains(""), place + " " + column);
      return this;
    }

    Rows sum(String column, long atLeast) {
      assertTrue(total(column) >= atLeast, place + ": " + total(column) + " < " + atLeast);
      return this;
    }

    String where(String column, String wanted, String other) {
      return cell(cells(column).indexOf(wanted), other);
    }

    void chart() {
      assertNotNull(ran.chart(), place + " has a chart");
      assertTrue(ran.chart().drawing().boxes().size() > 0, place);
    }
  }
}
