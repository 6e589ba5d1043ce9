package dev.telltale.jobs.command;

import dev.telltale.jobs.terminal.ProgressLine;
import java.io.InputStream;
import java.io.PrintStream;
import java.time.Clock;

/**
 * What a command talks to.
 *
 * @param out results
 * @param err progress and complaints
 * @param interactive whether a person watches
 */
public record Terminal(
    InputStream in, PrintStream out, PrintStream err, boolean interactive, Clock clock) {
  /** A line of progress on {@code err}. */
  public ProgressLine progress() {
    return new ProgressLine(err, interactive, clock);
  }
}
