package dev.telltale.jobs.cases;

import java.util.List;

/**
 * Where a case most likely comes from: answers with their reasons, the best supported of each
 * question first. What the telemetry does not tell is not answered.
 */
public record RootCause(List<Clue> clues) {
  public RootCause {
    clues = List.copyOf(clues);
  }
}
