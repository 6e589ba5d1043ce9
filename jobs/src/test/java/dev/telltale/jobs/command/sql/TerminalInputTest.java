package dev.telltale.jobs.command.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.jline.reader.Candidate;
import org.jline.reader.Parser;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.impl.DumbTerminal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TerminalInputTest {
  @TempDir private Path home;

  private final ByteArrayOutputStream screen = new ByteArrayOutputStream();

  @Test
  void aStatementGoesOnUntilItsSemicolonAndKeepsWhatShellsWouldReplace() throws IOException {
    try (TerminalInput input = typing("SELECT 1\r  AS a != 'x\\d';\r.tables\rquit\r")) {
      assertEquals("SELECT 1\n  AS a != 'x\\d';", input.next());
      assertEquals(".tables", input.next());
      assertEquals("quit", input.next());
      assertNull(input.next());
    }
  }

  @Test
  void aTabCompletesWhatThereIsOne() throws IOException {
    try (TerminalInput input = typing("SELECT * FROM findings_o\t;\r")) {
      assertEquals("SELECT * FROM findings_once ;", input.next());
    }
  }

  @Test
  void wordsAreCompletedFromTheLakeAndFromSql() {
    assertTrue(completions("SELECT field_p").contains("field_pattern"));
    assertTrue(completions("SELECT telltale_re").contains("telltale_redact"));
    assertTrue(completions("SELECT count(sever").contains("severity"));
    assertTrue(completions("sel").contains("SELECT"));
    assertEquals(List.of(".tables"), completions(".ta"));
    assertFalse(completions("SELECT ").contains(".tables"));
  }

  private static List<String> completions(String line) {
    List<Candidate> candidates = new ArrayList<>();
    new SqlCompletion()
        .complete(
            null,
            new SqlWords().parse(line, line.length(), Parser.ParseContext.COMPLETE),
            candidates);
    return candidates.stream().map(Candidate::value).toList();
  }

  @Test
  void theHistoryIsTheUsersAloneAndHoldsNoStatementThatMayHoldAValue() throws IOException {
    try (TerminalInput input =
        typing("SELECT 1;\rSELECT telltale_fingerprint('a secret');\r SELECT 'blank first';\r")) {
      for (int i = 0; i < 3; i++) {
        input.next();
      }
    }
    Path history = home.resolve("config/sql_history");
    assertEquals(
        "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(history)));
    String kept = Files.readString(history);
    assertTrue(kept.contains("SELECT 1;"), kept);
    assertFalse(kept.contains("secret") || kept.contains("blank first"), kept);
  }

  @Test
  void ctrlCCancelsWhatRunsAndThePromptGoesOn() throws IOException {
    Terminal terminal = terminal("SELECT 2;\r");
    try (TerminalInput input = new TerminalInput(terminal, null)) {
      List<String> steps = new ArrayList<>();
      input.cancellable(
          () -> {
            terminal.raise(Terminal.Signal.INT);
            steps.add(Thread.currentThread().isInterrupted() ? "interrupted" : "not interrupted");
          },
          () -> steps.add("cancelled"));
      assertEquals(List.of("cancelled", "interrupted"), steps);
      assertFalse(Thread.currentThread().isInterrupted());
      assertEquals("SELECT 2;", input.next());
    }
  }

  @Test
  void whatATerminalWouldActOnIsShownAsText() throws IOException {
    try (TerminalInput input = typing("")) {
      input.show("a\u001b[2Jb\n");
    }
    String shown = screen.toString(StandardCharsets.UTF_8);
    assertTrue(shown.contains("a\\u001b[2Jb"), shown);
  }

  private TerminalInput typing(String keys) throws IOException {
    return new TerminalInput(terminal(keys), home.resolve("config/sql_history"));
  }

  private Terminal terminal(String keys) throws IOException {
    Terminal terminal =
        new DumbTerminal(
            "tests",
            "ansi",
            new ByteArrayInputStream(keys.getBytes(StandardCharsets.UTF_8)),
            screen,
            StandardCharsets.UTF_8);
    terminal.setSize(new Size(120, 40));
    return terminal;
  }
}
