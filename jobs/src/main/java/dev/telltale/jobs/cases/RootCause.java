package dev.telltale.jobs.cases;

import java.util.List;

/**
 * Where a case most likely comes from: answers with their reasons, the best supported of each
 * question first. What the telemetry does not tell is not answered.
 *
 * @param caseId that it is about
 */
public record RootCause(String caseId, List<Clue> clues) {
  public RootCause {
    clues = List.copyOf(clues);
  }

  /** Answers to one question. */
  public List<Clue> about(String question) {
    return clues.stream().filter(clue -> clue.about().equals(question)).toList();
  }
}
