package dev.telltale.jobs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.telltale.jobs.command.CommandRun;
import dev.telltale.jobs.command.ExitCode;
import dev.telltale.jobs.settings.Setting;
import dev.telltale.jobs.settings.Syntax;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the command line says of itself. */
final class HelpTest {
  private static final Pattern SESSION = Pattern.compile("case .\\{1:-\\} in\n +([a-z |]+)\\) ;;");

  /** Every command and sub-command, by its names. */
  private static Map<List<String>, Syntax> commands() {
    Map<List<String>, Syntax> commands = new HashMap<>();
    collect(List.of(), Commands.syntax(), commands);
    return commands;
  }

  private static void collect(
      List<String> path, Syntax syntax, Map<List<String>, Syntax> commands) {
    commands.put(path, syntax);
    for (Syntax below : syntax.subcommands()) {
      List<String> names = new ArrayList<>(path);
      names.add(below.name());
      collect(names, below, commands);
    }
  }

  private static CommandRun answer(List<String> path, String... more) {
    List<String> words = new ArrayList<>(path);
    words.addAll(List.of(more));
    return CommandRun.of("", words.toArray(String[]::new));
  }

  @Test
  void everyCommandHasAPageOfHelp() {
    commands()
        .forEach(
            (path, syntax) -> {
              CommandRun help = answer(path, "--help");
              assertEquals(ExitCode.DONE, help.code(), help.err());
              String name = ("telltale " + String.join(" ", path)).strip();
              assertTrue(help.out().startsWith("Usage: " + name + " "), help.out());
              assertTrue(help.out().contains("Exit codes:"), help.out());
              assertEquals(help.out(), answer(path, "-h").out());
              List<String> asked = new ArrayList<>(List.of("help"));
              asked.addAll(path);
              assertEquals(help.out(), answer(asked).out());
            });
  }

  @Test
  void everySettingOfEveryCommandIsDescribedOnItsPage() {
    commands()
        .forEach(
            (path, syntax) -> {
              String page = Commands.grammar().help(path);
              // A page breaks lines at blanks and after hyphens.
              String flat = page.replaceAll("\\s+", "");
              Set<String> names = new HashSet<>();
              for (Setting<?> setting : syntax.settings()) {
                assertTrue(names.add(setting.name()), setting.name() + " is declared twice");
                assertTrue(page.contains(setting.name()), page);
                assertTrue(setting.description().endsWith("."), setting.description());
                String words = setting.description().replaceAll("\\s+", "");
                assertTrue(flat.contains(words), setting.description());
              }
            });
  }

  @Test
  void theFirstPageNamesEveryCommandAndExitCode() {
    CommandRun help = answer(List.of("--help"));
    Commands.syntax()
        .subcommands()
        .forEach(
            each -> assertTrue(help.out().contains(each.summary().substring(1) + "."), help.out()));
    ExitCode.meanings().values().forEach(each -> assertTrue(help.out().contains(each), each));
    CommandRun nothing = answer(List.of());
    assertEquals(ExitCode.MISTAKE, nothing.code());
    assertEquals(help.out(), nothing.out());
  }

  @Test
  void theVersionIsOneLine() {
    assertEquals("telltale development\n", answer(List.of("--version")).out());
  }

  @Test
  void theCompletionScriptIsReadByBashAndCompletesSubcommandsAndOptions() throws Exception {
    CommandRun bash = answer(List.of("completion", "bash"));
    assertEquals(ExitCode.DONE, bash.code(), bash.err());
    assertEquals(bash.out(), answer(List.of("completion", "zsh")).out());
    assertEquals(ExitCode.MISTAKE, answer(List.of("completion", "fish")).code());
    assertEquals("scan", completed(bash.out(), "telltale", "sca"));
    assertEquals("digest", completed(bash.out(), "telltale", "rules", "dig"));
    assertEquals("--fingerprint-key", completed(bash.out(), "telltale", "sql", "--fing"));
    assertEquals("critical", completed(bash.out(), "telltale", "scan", "--fail-on", "crit"));
  }

  /** What bash offers for the last word. */
  private static String completed(String script, String... words) throws Exception {
    String call =
        script
            + "\nCOMP_WORDS=("
            + String.join(" ", words)
            + ")\nCOMP_CWORD="
            + (words.length - 1)
            + "\n_complete_telltale 2>/dev/null\nprintf '%s' \"${COMPREPLY[*]}\"\n";
    Process process = new ProcessBuilder("bash", "-s").redirectErrorStream(true).start();
    try (OutputStream in = process.getOutputStream()) {
      in.write(call.getBytes(StandardCharsets.UTF_8));
    }
    String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), answer);
    return answer.strip();
  }

  @Test
  void theScriptStartsSparkForCommandsThatThereAre() throws IOException {
    Matcher named = SESSION.matcher(Files.readString(Path.of("..", "scripts", "telltale")));
    assertTrue(named.find());
    List<String> commands = Commands.syntax().subcommands().stream().map(Syntax::name).toList();
    for (String name : named.group(1).split(" \\| ", -1)) {
      assertTrue(commands.contains(name), name);
    }
  }
}
