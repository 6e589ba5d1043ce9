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
  private static final String NEEDS_SPARK = "query s3://b SELECT rule FROM findings";

  static Stream<Arguments> calls() {
    return Stream.of(
        arguments(ExitCode.DONE, "--help"),
        arguments(ExitCode.DONE, "scan --help"),
        arguments(ExitCode.DONE, "help sql"),
        arguments(ExitCode.DONE, "completion bash"),
        arguments(ExitCode.DONE, "rules list"),
        arguments(ExitCode.DONE, "rules show github.token"),
        arguments(ExitCode.DONE, "rules explain --text password=changeme"),
        arguments(ExitCode.DONE, "notebook list"),
        arguments(ExitCode.MISTAKE, "report --lake no-such-lake"),
        arguments(ExitCode.MISTAKE, "report --lake s3://b --export asff"),
        arguments(ExitCode.MISTAKE, "notebook run no-such.ipynb --lake s3://b"),
        arguments(ExitCode.MISTAKE, "notebook run 01 --lake no-such-lake"),
        arguments(ExitCode.MISTAKE, "kernel run no-such.json --lake s3://b"),
        arguments(ExitCode.MISTAKE, "scna"),
        arguments(ExitCode.MISTAKE, "scan --sorce x --lake"),
        arguments(ExitCode.MISTAKE, "scan --source x --lake y --available-now --continuous"),
        arguments(ExitCode.MISTAKE, "optimize --lake x --retain 1m"),
        arguments(ExitCode.MISTAKE, "optimize --lake no-such-lake"),
        arguments(ExitCode.MISTAKE, "scan --source no-such-folder --lake y"),
        arguments(ExitCode.MISTAKE, "scan --source . --lake ./lake"),
        arguments(ExitCode.MISTAKE, "scan --source . --lake ../y --fingerprint-key file:/none"),
        arguments(ExitCode.MISTAKE, "scan --source s3://a --lake s3://b --endpoint http://far"),
        arguments(ExitCode.MISTAKE, "query no-such-lake"),
        arguments(ExitCode.MISTAKE, "query s3://b SELEC 1"),
        arguments(ExitCode.MISTAKE, "query s3://b SELECT rule FROM findngs"),
        arguments(ExitCode.MISTAKE, "query s3://b SELECT ruel FROM findings"),
        arguments(ExitCode.MISTAKE, "query s3://b SELECT summ(1) FROM findings"),
        arguments(ExitCode.MISTAKE, "query s3://b DELETE FROM findings"),
        // The counterpart: what has to start Spark cannot end well.
        arguments(ExitCode.MISTAKE, NEEDS_SPARK));
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
                  words(words),
                  constructor.newInstance(
                      InputStream.nullInputStream(),
                      new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
                      new PrintStream(err, true, StandardCharsets.UTF_8),
                      false,
                      Clock.systemUTC()));
      String text = err.toString(StandardCharsets.UTF_8);
      assertEquals(code, answer, text);
      assertEquals(words.equals(NEEDS_SPARK), text.contains("a class of Spark"), text);
    }
  }

  /** {@code query LAKE STATEMENT} stands for a call whose last word has blanks. */
  private static List<String> words(String call) {
    if (!call.startsWith("query ")) {
      return List.of(call.split(" ", -1));
    }
    String[] parts = call.split(" ", 3);
    return parts.length == 2
        ? List.of("sql", "--lake", parts[1])
        : List.of("sql", "--lake", parts[1], parts[2]);
  }
}
