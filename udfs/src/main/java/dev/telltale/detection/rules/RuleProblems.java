package dev.telltale.detection.rules;

import java.util.List;

/** Everything that is wrong with rule files, at once: an operator's mistake, not an input's. */
public final class RuleProblems extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final List<String> problems;

  public RuleProblems(List<String> problems) {
    super(
        "the rules cannot be used; correct these and load them again:\n  - "
            + String.join("\n  - ", problems));
    this.problems = List.copyOf(problems);
  }

  public List<String> problems() {
    return problems;
  }
}
