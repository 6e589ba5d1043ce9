package dev.telltale.jobs.command;

import dev.telltale.jobs.terminal.PlainOutput;
import dev.telltale.jobs.terminal.ProgressLine;
import java.io.InputStream;
import java.io.PrintStream;
import java.time.Clock;

/**
 * What a command talks to. Nothing that a terminal would act on leaves through it, whatever a
 * command prints: see {@link PlainOutput}.
 *
 * @param out results
 * @param err progress and complaints
 * @param interactive whether a person watches
 */
public record Terminal(
    InputStream in, PrintStream out, PrintStream err, boolean interactive, Clock clock) {
  public Terminal {
    out = PlainOutput.over(out, false);
    err = PlainOutput.over(err, true);
  }

  /** A line of progress on {@code err}. */
  public ProgressLine progress() {
    return new ProgressLine(err, interactive, clock);
  }
}
