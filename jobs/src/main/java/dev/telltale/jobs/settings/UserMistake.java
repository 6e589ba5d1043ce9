package dev.telltale.jobs.settings;

import java.util.List;
import java.util.stream.Collectors;

/** Ends a command with exit code 2. Carries every problem that was found, not only the first. */
public final class UserMistake extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  public UserMistake(List<Problem> problems) {
    super(
        problems.stream().map(Problem::toString).collect(Collectors.joining("\n\n")),
        null,
        false,
        false);
    this.problems = List.copyOf(problems);
  }

  public UserMistake(String problem, String cause, String remedy) {
    this(List.of(new Problem(problem, cause, remedy)));
  }

  public List<Problem> problems() {
    return problems;
  }
}
