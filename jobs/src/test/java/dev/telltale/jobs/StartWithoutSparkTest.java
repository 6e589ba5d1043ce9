package dev.telltale.jobs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.telltale.jobs.command.ExitCode;
import dev.telltale.jobs.command.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.lang.reflect.Constructor;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Help and mistakes are answered at once: Spark takes seconds to start. */
final class StartWithoutSparkTest {
  static Stream<Arguments> calls() {
    return Stream.of(
        arguments(ExitCode.DONE, "--help"),
        arguments(ExitCode.DONE, "scan --help"),
        arguments(ExitCode.DONE, "help sql"),
        arguments(ExitCode.DONE, "completion bash"),
        arguments(ExitCode.DONE, "rules list"),
        arguments(ExitCode.DONE, "rules show github.token"),
        arguments(ExitCode.MISTAKE, "scna"),
        arguments(ExitCode.MISTAKE, "scan --sorce x --lake"),
        arguments(ExitCode.MISTAKE, "scan --source x --lake y --available-now --continuous"),
        arguments(ExitCode.MISTAKE, "optimize --lake x --retain 1m"),
        // The counterpart: what has to start Spark cannot end well.
        arguments(ExitCode.MISTAKE, "sql --lake x"));
  }

  @ParameterizedTest
  @MethodSource("calls")
  void theAnswerNeedsNoSpark(int code, String words) throws Exception {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    try (ClassesWithoutSpark classes = new ClassesWithoutSpark()) {
      Class<?> terminal = classes.loadClass(Terminal.class.getName());
      Constructor<?> constructor = terminal.getConstructors()[0];
      Object answer =
          classes
              .loadClass(Telltale.class.getName())
              .getMethod("run", List.class, terminal)
              .invoke(
                  null,
                  List.of(words.split(" ", -1)),
                  constructor.newInstance(
                      InputStream.nullInputStream(),
                      new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
                      new PrintStream(err, true, StandardCharsets.UTF_8),
                      false,
                      Clock.systemUTC()));
      String text = err.toString(StandardCharsets.UTF_8);
      assertEquals(code, answer, text);
      assertEquals(words.startsWith("sql"), text.contains("a class of Spark"), text);
    }
  }
}
