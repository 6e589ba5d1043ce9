package dev.telltale.rewriting;

import java.util.Objects;

/**
 * One finding of the old object whose value is no longer in the new one.
 *
 * @param findingId of the old object version
 * @param recordIndex of the record that held it
 */
public record ReplacedLeaf(
    String findingId, long recordIndex, String rule, String fingerprint, String fieldPath) {
  public ReplacedLeaf {
    Objects.requireNonNull(findingId, "findingId");
  }
}
