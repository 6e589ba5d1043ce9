package dev.telltale.jobs.command.reveal;

import dev.telltale.detection.finding.KeptValue;
import dev.telltale.jobs.limit.RunLimits;
import dev.telltale.jobs.terminal.PlainText;
import java.io.Console;
import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.util.Optional;

/**
 * The console of this process. Everything goes through its own writer, never through a stream that
 * may be a file, and never through a logger. It keeps the value out of the lines that a terminal
 * keeps; who records the terminal has it all the same, and is told so.
 */
final class ConsoleScreen implements Screen {
  /** Xterm's alternate screen, cleared; and back. */
  private static final String ENTER = "\u001b[?1049h\u001b[2J\u001b[H";

  private static final String LEAVE = "\u001b[2J\u001b[?1049l";

  private final Console console;

  private ConsoleScreen(Console console) {
    this.console = console;
  }

  /** Empty unless both ends of the process are a terminal. */
  @SuppressWarnings("SystemConsoleNull")
  static Optional<Screen> open() {
    Console console = System.console();
    return console != null && isTerminal(console) && !"dumb".equals(System.getenv("TERM"))
        ? Optional.of(new ConsoleScreen(console))
        : Optional.empty();
  }

  /** From Java 22 on there may be a console without a terminal, and a method that says so. */
  private static boolean isTerminal(Console console) {
    try {
      return (boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (NoSuchMethodException before22) {
      return true;
    } catch (IllegalAccessException | InvocationTargetException unknown) {
      return false;
    }
  }

  @Override
  public String ask(String question) {
    String line = console.readLine("%s ", question);
    return line == null ? "" : line.strip();
  }

  @Override
  public void show(String head, KeptValue value) {
    PrintWriter out = console.writer();
    Thread leave =
        new Thread(
            () -> {
              out.print(LEAVE);
              out.flush();
            },
            "telltale-leave-screen");
    Runtime.getRuntime().addShutdownHook(leave);
    try {
      out.print(ENTER);
      out.println(PlainText.of(head));
      out.println("Whoever records this terminal (tmux, script, a web console) has it too.");
      out.println();
      out.println(shown(value.reveal()));
      out.println();
      out.flush();
      ask("Press Enter to take it off the screen.");
    } finally {
      out.print(LEAVE);
      out.flush();
      Runtime.getRuntime().removeShutdownHook(leave);
    }
  }

  /** Nothing that a terminal would act on; the lines of a key stay lines. */
  static String shown(String value) {
    if (value.length() <= RunLimits.MAX_REVEALED_LENGTH) {
      return PlainText.lines(value);
    }
    return PlainText.lines(value.substring(0, RunLimits.MAX_REVEALED_LENGTH))
        + "\n(the first "
        + RunLimits.MAX_REVEALED_LENGTH
        + " of "
        + value.length()
        + " characters)";
  }
}
