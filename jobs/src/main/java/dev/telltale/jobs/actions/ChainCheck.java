package dev.telltale.jobs.actions;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What was found of a chain.
 *
 * @param head of what could be followed: up to the first break
 * @param broken what is wrong at its first break, a sentence without content of rows; null if
 *     nothing is
 * @param missingHeads of those that somebody kept elsewhere, the ones that are no row of the chain:
 *     rows were cut off or all of it was written anew
 */
public record ChainCheck(ChainHead head, @Nullable String broken, List<String> missingHeads) {
  public ChainCheck {
    Objects.requireNonNull(head, "head");
    missingHeads = List.copyOf(missingHeads);
  }

  /** Whether nothing was changed, put in, taken out or cut off, as far as the known heads tell. */
  public boolean isWhole() {
    return broken == null && missingHeads.isEmpty();
  }
}
