package dev.telltale.demo;

import java.util.List;
import java.util.stream.Collectors;

/** Ends the demo with exit code 2: what the user can put right, all of it at once. */
final class DemoMistake extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** One thing that is wrong, why, and what to do about it. */
  record Problem(String problem, String cause, String remedy) {
    @Override
    public String toString() {
      return "problem: " + problem + "\n  cause: " + cause + "\n remedy: " + remedy;
    }
  }

  DemoMistake(List<Problem> problems) {
    super(
        problems.stream().map(Problem::toString).collect(Collectors.joining("\n\n")),
        null,
        false,
        false);
  }

  DemoMistake(String problem, String cause, String remedy) {
    this(List.of(new Problem(problem, cause, remedy)));
  }
}
