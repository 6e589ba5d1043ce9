package dev.telltale.jobs.tables;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.telltale.jobs.SparkForTests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every query of {@code docs/queries.md} runs over a lake, and answers where it has an answer. */
@ExtendWith(HourlyLogs.class)
final class QueriesDocumentTest {
  private static final Path FILE = Path.of("..", "docs", "queries.md");
  private static final String FENCE = "```";

  /** Questions to which this lake has no answer: one telemetry type, one run, nothing damaged. */
  private static final Set<String> UNANSWERED =
      Set.of(
          "The same value in several telemetry types",
          "Which versions still hold a value",
          "Values that were delivered more than once",
          "Values that have stopped coming",
          "Objects with faults",
          "Objects that could not be read at the last try",
          "What the team's rule file suppresses");

  /** What most queries read: computed once. */
  private static final List<String> KEPT =
      List.of("records", "findings", "objects", "objects_current", "findings_once");

  @BeforeAll
  static void registerViews(SmallExport export) {
    export.lake().registerViews();
    KEPT.forEach(SparkForTests.session().catalog()::cacheTable);
  }

  @AfterAll
  static void forget() {
    KEPT.forEach(SparkForTests.session().catalog()::uncacheTable);
  }

  @Test
  void everyQuestionHasItsQuery() throws IOException {
    Map<String, String> queries = queries();
    long questions =
        Files.readAllLines(FILE).stream().filter(line -> line.startsWith("### ")).count();
    assertEquals(questions, queries.size());
    assertTrue(queries.keySet().containsAll(UNANSWERED), "a question has another name now");
  }

  @TestFactory
  Stream<DynamicTest> everyQueryRuns() throws IOException {
    return queries().entrySet().stream()
        .map(query -> dynamicTest(query.getKey(), () -> run(query.getKey(), query.getValue())));
  }

  private static void run(String question, String query) {
    int rows = SparkForTests.session().sql(query).collectAsList().size();
    assertEquals(UNANSWERED.contains(question), rows == 0, rows + " rows");
  }

  /** By the heading above each. */
  private static Map<String, String> queries() throws IOException {
    Map<String, String> queries = new LinkedHashMap<>();
    String heading = "";
    StringBuilder query = null;
    for (String line : Files.readAllLines(FILE)) {
      if (line.startsWith("### ")) {
        heading = line.substring(4);
      } else if (line.equals(FENCE + "sql")) {
        query = new StringBuilder();
      } else if (line.equals(FENCE) && query != null) {
        queries.put(heading, query.toString());
        query = null;
      } else if (query != null) {
        query.append(line).append('\n');
      }
    }
    return queries;
  }
}
