package dev.telltale.jobs.command.sql;

import dev.telltale.jobs.command.Terminal;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Statements from a pipe, or from a terminal that can do no more than lines. */
final class PipedInput implements PromptInput {
  private final Terminal terminal;
  private final BufferedReader lines;
  private boolean atEnd;

  PipedInput(Terminal terminal) {
    this.terminal = terminal;
    this.lines = new BufferedReader(new InputStreamReader(terminal.in(), StandardCharsets.UTF_8));
  }

  @Override
  public String next() {
    StringBuilder text = new StringBuilder();
    while (!atEnd) {
      terminal.err().print(text.isEmpty() ? "telltale> " : "       -> ");
      terminal.err().flush();
      String line = line();
      if (line == null) {
        atEnd = true;
        break;
      }
      text.append(line).append('\n');
      if (PromptInput.isWhole(text.toString())) {
        return text.toString();
      }
    }
    return text.toString().isBlank() ? null : text.toString();
  }

  private String line() {
    try {
      return lines.readLine();
    } catch (IOException broken) {
      throw new UncheckedIOException("reading the prompt", broken);
    }
  }

  @Override
  public void cancellable(Runnable work, Runnable cancel) {
    work.run();
  }

  @Override
  public void show(String text) {
    terminal.out().print(text);
    terminal.out().flush();
  }

  @Override
  public int width() {
    return Integer.MAX_VALUE;
  }

  @Override
  public void close() {
    // Standard input is the caller's.
  }
}
