package dev.telltale.jobs.command.reveal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.telltale.jobs.limit.RunLimits;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a real terminal gets: a process of its own on a pseudo-terminal, which script makes. */
final class ConsoleScreenTest {
  @TempDir private Path folder;

  @Test
  void aValueStandsOnTheAlternateScreenWithoutItsControlCharacters() throws Exception {
    String seen = onTerminal("yes\n\n");
    int entered = seen.indexOf("\u001b[?1049h");
    int left = seen.lastIndexOf("\u001b[?1049l");
    int value = seen.indexOf("the value \\u001b]52;c;aGk=\\u0007 of a test");
    assertTrue(seen.contains("answered yes"), seen);
    assertTrue(entered >= 0 && entered < value && value < left, seen);
    assertFalse(seen.contains("\u001b]52"), "no clipboard");
  }

  @Test
  void withoutATerminalThereIsNoScreen() throws Exception {
    Process piped = new ProcessBuilder(java()).redirectErrorStream(true).start();
    piped.getOutputStream().close();
    String said = new String(piped.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(said.contains("no terminal"), said);
  }

  @Test
  void aLongValueIsCutAndSaysSo() {
    String shown = ConsoleScreen.shown("x".repeat(RunLimits.MAX_REVEALED_LENGTH + 1));
    assertTrue(shown.endsWith("(the first 16384 of 16385 characters)"), shown);
    assertEquals("line\nline\\r", ConsoleScreen.shown("line\nline\r"));
  }

  private String onTerminal(String typed) throws Exception {
    assumeTrue(
        Files.isExecutable(Path.of("/usr/bin/script")),
        "there is no /usr/bin/script (util-linux) to make a terminal with");
    Path log = folder.resolve("typescript");
    String command =
        String.join(
            " ", java().stream().map(word -> "'" + word.replace("'", "'\\''") + "'").toList());
    ProcessBuilder builder =
        new ProcessBuilder("/usr/bin/script", "-q", "-e", "-c", command, log.toString());
    builder.environment().put("TERM", "xterm");
    Process script = builder.redirectErrorStream(true).start();
    try (OutputStream in = script.getOutputStream()) {
      in.write(typed.getBytes(StandardCharsets.UTF_8));
      in.flush();
      String seen = new String(script.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertTrue(script.waitFor(2, TimeUnit.MINUTES));
      return seen;
    } finally {
      script.destroyForcibly();
    }
  }

  private static List<String> java() {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-cp",
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
        ScreenProcess.class.getName());
  }
}
