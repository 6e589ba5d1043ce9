package dev.telltale.jobs.settings;

import dev.telltale.jobs.terminal.PlainText;

/**
 * One thing that the user can put right. Each part is a line: what is quoted in it is escaped.
 *
 * @param problem what is wrong
 * @param cause why, as far as it is known
 * @param remedy what to do
 */
public record Problem(String problem, String cause, String remedy) {
  public Problem {
    problem = PlainText.of(problem);
    cause = PlainText.of(cause);
    remedy = PlainText.of(remedy);
  }

  @Override
  public String toString() {
    return "problem: " + problem + "\n  cause: " + cause + "\n remedy: " + remedy;
  }
}
