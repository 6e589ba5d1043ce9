package dev.telltale.jobs.command.sql;

import dev.telltale.jobs.terminal.PlainText;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.jline.builtins.Less;
import org.jline.builtins.Source;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;

/**
 * Statements from a terminal: they can be edited over several lines, completed and called back from
 * a history. JLine comes with Spark, not with the job jar.
 */
final class TerminalInput implements PromptInput {
  /** Statements that are likely to hold a value are not kept. */
  private static final String NOT_KEPT =
      "*telltale_fingerprint*:*telltale_mask*:*telltale_detect*:*telltale_redact*";

  private final Terminal terminal;
  private final LineReader reader;

  /**
   * @param history a file, made for its owner alone; null for none
   */
  TerminalInput(Terminal terminal, Path history) {
    this.terminal = terminal;
    LineReaderBuilder builder =
        LineReaderBuilder.builder()
            .terminal(terminal)
            .appName("telltale")
            .parser(new SqlWords())
            .completer(new SqlCompletion())
            .variable(LineReader.SECONDARY_PROMPT_PATTERN, "%P       -> ")
            .variable(LineReader.HISTORY_IGNORE, NOT_KEPT)
            .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
            .option(LineReader.Option.CASE_INSENSITIVE, true);
    if (history != null && isOwn(history)) {
      builder.variable(LineReader.HISTORY_FILE, history);
    }
    this.reader = builder.build();
  }

  /** On the terminal of this process; null where it can do no more than lines. */
  static TerminalInput ofProcess(Path history) {
    try {
      Terminal terminal = TerminalBuilder.builder().system(true).dumb(false).build();
      return new TerminalInput(terminal, history);
    } catch (IOException | IllegalStateException none) {
      return null;
    }
  }

  @Override
  public String next() {
    try {
      return reader.readLine("telltale> ");
    } catch (UserInterruptException dropped) {
      return "";
    } catch (EndOfFileException end) {
      return null;
    }
  }

  @Override
  public void cancellable(Runnable work, Runnable cancel) {
    Thread working = Thread.currentThread();
    Terminal.SignalHandler before =
        terminal.handle(
            Terminal.Signal.INT,
            signal -> {
              cancel.run();
              working.interrupt();
            });
    try {
      work.run();
    } finally {
      terminal.handle(Terminal.Signal.INT, before);
      // The signal may have come when the work was done.
      Thread.interrupted();
    }
  }

  @Override
  public void show(String text) {
    String shown = PlainText.lines(text);
    if (shown.lines().count() < terminal.getHeight()) {
      terminal.writer().print(shown);
      terminal.flush();
      return;
    }
    Less pager = new Less(terminal, Path.of(""));
    pager.quitIfOneScreen = true;
    pager.chopLongLines = true;
    try {
      pager.run(
          new Source.InputStreamSource(
              new ByteArrayInputStream(shown.getBytes(StandardCharsets.UTF_8)), true, "result"));
    } catch (IOException broken) {
      throw new UncheckedIOException("writing to the terminal", broken);
    } catch (InterruptedException left) {
      terminal.flush();
    }
  }

  @Override
  public int width() {
    return terminal.getWidth() > 0 ? terminal.getWidth() : Integer.MAX_VALUE;
  }

  @Override
  public void close() {
    try {
      terminal.close();
    } catch (IOException broken) {
      throw new UncheckedIOException("giving the terminal back", broken);
    }
  }

  /** Makes the file where there is none: statements may hold what nobody else should read. */
  private static boolean isOwn(Path history) {
    try {
      Files.createDirectories(history.getParent());
      if (!Files.exists(history)) {
        Files.createFile(
            history,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      }
      return Files.isWritable(history);
    } catch (IOException | UnsupportedOperationException readOnly) {
      return false;
    }
  }
}
