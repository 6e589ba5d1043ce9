package dev.telltale.detection;

import dev.telltale.detection.finding.Finding;
import dev.telltale.fault.FaultKind;
import dev.telltale.value.Value;
import java.util.List;
import java.util.Set;

/**
 * What detection makes of one record body.
 *
 * @param redacted the body with every sensitive span replaced
 * @param findings in the order of the values in the body
 * @param consumed for a window of a longer text: the position in the window up to which its text is
 *     dealt with; otherwise 0
 * @param foundNumbers positions of those {@link LooseNumbers} that are sensitive
 * @param limits the limits that kept part of the body from being scanned; empty when all of it was
 */
public record Detected(
    Value redacted,
    List<Finding> findings,
    int consumed,
    Set<Integer> foundNumbers,
    Set<FaultKind> limits) {
  public Detected {
    findings = List.copyOf(findings);
    foundNumbers = Set.copyOf(foundNumbers);
    limits = Set.copyOf(limits);
  }
}
