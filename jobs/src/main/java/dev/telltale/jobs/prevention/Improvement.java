package dev.telltale.jobs.prevention;

import dev.telltale.prevention.Prevention;
import dev.telltale.prevention.ReplayCount;
import java.util.Comparator;
import java.util.List;

/**
 * What processors would have done about a case.
 *
 * @param caseId of the case
 * @param outcomes of the processors, the best first
 * @param objects that hold values of the case
 * @param affected those of them that were read again
 * @param innocent objects without findings that were read
 * @param unreadable objects that could not be read: gone, changed or refused
 */
public record Improvement(
    String caseId,
    List<Outcome> outcomes,
    long objects,
    long affected,
    long innocent,
    long unreadable) {
  /** A processor and what it did. */
  public record Outcome(Prevention prevention, ReplayCount count) {
    /** More caught before less, less collateral before more. */
    static final Comparator<Outcome> BEST_FIRST =
        Comparator.comparing((Outcome outcome) -> -outcome.count.caughtPart())
            .thenComparing(outcome -> outcome.count.collateralPart())
            .thenComparing(outcome -> outcome.prevention.id());
  }

  public Improvement {
    outcomes = outcomes.stream().sorted(Outcome.BEST_FIRST).toList();
  }
}
