package dev.telltale.jobs.command.sql;

import java.util.Set;

/** What is typed at a prompt, one statement or command at a time. */
interface PromptInput extends AutoCloseable {
  /** What ends the prompt. */
  Set<String> ENDS = Set.of("quit", "exit", "quit;", "exit;", ".quit", ".exit");

  /** The next one, blank for none; null at the end. */
  String next();

  /** Runs what may take long; the person can cancel it where there is a terminal. */
  void cancellable(Runnable work, Runnable cancel);

  /** Shows a text that may be longer than the screen. */
  void show(String text);

  /** Columns of the screen; very many where there is none. */
  int width();

  @Override
  void close();

  /** Whether a text needs no more lines: a command, an end, or a statement with its semicolon. */
  static boolean isWhole(String text) {
    String line = text.strip();
    return line.isEmpty()
        || line.startsWith(".")
        || ENDS.contains(line)
        || Statements.isComplete(text);
  }
}
