package dev.telltale.jobs.command.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.telltale.jobs.SparkForTests;
import dev.telltale.jobs.command.CommandRun;
import dev.telltale.jobs.command.ExitCode;
import dev.telltale.jobs.command.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SqlPromptTest {
  @TempDir private static Path folder;

  private static String lake;

  private final ByteArrayOutputStream errors = new ByteArrayOutputStream();
  private final StringBuilder shown = new StringBuilder();

  @BeforeAll
  static void scan() throws IOException {
    Path export = Files.createDirectories(folder.resolve("export"));
    Files.writeString(
        export.resolve("a"), "{\"message\":\"mail ines.weber@norvikfreight.com <b>&\"}\n");
    lake = folder.resolve("lake").toString();
    CommandRun scan = CommandRun.of("", "scan", "--source", export.toString(), "--lake", lake);
    assertEquals(ExitCode.DONE, scan.code(), scan.err());
  }

  @Test
  void commandsAndStatementsAreAnsweredAndAMistakeEndsNothing() {
    type(
        80,
        ".tables",
        ".nonsense",
        ".format",
        ".format csv",
        "SELECT ruel FROM findings;",
        "SELECT rule FROM findings; SELECT 1 AS one;");
    assertTrue(shown.toString().contains("findings_once"), shown.toString());
    assertTrue(shown.toString().endsWith("rule\npii.email\none\n1\n"), shown.toString());
    String mistakes = errors.toString(StandardCharsets.UTF_8);
    assertTrue(mistakes.contains("there is no command .nonsense"), mistakes);
    assertTrue(mistakes.contains(".format table|json|csv|html"), mistakes);
    assertTrue(
        mistakes.contains("UNRESOLVED_COLUMN") || mistakes.contains("there is no column"),
        mistakes);
  }

  @Test
  void aRowThatIsWiderThanTheScreenIsTurnedOnItsSide() {
    type(200, "SELECT rule, severity FROM findings;");
    assertTrue(shown.toString().contains("rule       severity"), shown.toString());
    type(60, "SELECT * FROM findings;");
    assertTrue(shown.toString().contains("row 1"), shown.toString());
    assertTrue(shown.toString().contains("rule            pii.email"), shown.toString());
  }

  @Test
  void describeExplainsColumns() {
    type(200, ".describe findings");
    assertTrue(shown.toString().contains("the rule that found it"), shown.toString());
  }

  @Test
  void aCancelledStatementIsSaidToBeSo() {
    LakeSql session = session();
    PromptInput input =
        new Typed(
            1,
            List.of(
                "SELECT count(*) FROM range(100000000000L) WHERE hash(id) = 1;",
                "SELECT 5 AS five;")) {
          private boolean first = true;

          @Override
          public void cancellable(Runnable work, Runnable cancel) {
            if (first) {
              first = false;
              Thread signal =
                  new Thread(
                      () -> {
                        while (SparkForTests.session()
                                .sparkContext()
                                .statusTracker()
                                .getActiveJobIds()
                                .length
                            == 0) {
                          Thread.onSpinWait();
                        }
                        cancel.run();
                      });
              signal.start();
            }
            work.run();
          }
        };
    new SqlPrompt(session, input, ResultFormat.CSV, 10, terminal()).run();
    assertTrue(errors.toString(StandardCharsets.UTF_8).contains("cancelled"));
    assertEquals("five\n5\n", shown.toString());
  }

  @Test
  void aFileOfStatementsIsRunInOrderAndStopsAtTheFirstMistake() throws IOException {
    Path file = folder.resolve("questions.sql");
    Files.writeString(file, "-- two; questions\nSELECT rule FROM findings;\nSELECT 'a;b' AS x;\n");
    CommandRun run =
        CommandRun.of("", "sql", "--lake", lake, "--format", "csv", "-f", file.toString());
    assertEquals("rule\npii.email\nx\n\"a;b\"\n", run.out(), run.err());
    Files.writeString(file, "SELECT 1 AS one; SELECT * FROM nowhere; SELECT 3 AS three;");
    CommandRun wrong = CommandRun.of("", "sql", "--lake", lake, "-f", file.toString());
    assertEquals(ExitCode.MISTAKE, wrong.code());
    assertEquals("", wrong.out(), "a file is looked through before any of it is run");
    CommandRun none =
        CommandRun.of("", "sql", "--lake", lake, "-f", folder.resolve("none").toString());
    assertTrue(none.err().contains("cannot be read"), none.err());
    CommandRun both = CommandRun.of("", "sql", "--lake", lake, "-f", file.toString(), "SELECT 1");
    assertEquals(ExitCode.MISTAKE, both.code());
  }

  @Test
  void htmlHoldsTextAndNoMarkupOfASender() {
    CommandRun run =
        CommandRun.of(
            "",
            "sql",
            "--lake",
            lake,
            "--format",
            "html",
            "SELECT message AS `<m>` FROM logs UNION ALL SELECT body FROM records");
    assertTrue(run.out().contains("<th>&lt;m>"), run.out() + run.err());
    assertTrue(run.out().contains("&lt;b>&amp;"), run.out());
    assertFalse(run.out().contains("<b>"), run.out());
  }

  private void type(int width, String... texts) {
    new SqlPrompt(session(), new Typed(width, List.of(texts)), ResultFormat.TABLE, 100, terminal())
        .run();
  }

  private static LakeSql session() {
    return new LakeSql(SparkForTests.session(), lake, false, "env:NO_SUCH_VARIABLE", List::of);
  }

  private Terminal terminal() {
    return new Terminal(
        InputStream.nullInputStream(),
        new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
        new PrintStream(errors, true, StandardCharsets.UTF_8),
        false,
        Clock.systemUTC());
  }

  /** A person who types one text after the other. */
  private class Typed implements PromptInput {
    private final int width;
    private final Deque<String> texts;

    Typed(int width, List<String> texts) {
      this.width = width;
      this.texts = new ArrayDeque<>(texts);
    }

    @Override
    public String next() {
      return texts.poll();
    }

    @Override
    public void cancellable(Runnable work, Runnable cancel) {
      work.run();
    }

    @Override
    public void show(String text) {
      shown.append(text);
    }

    @Override
    public int width() {
      return width;
    }

    @Override
    public void close() {}
  }
}
