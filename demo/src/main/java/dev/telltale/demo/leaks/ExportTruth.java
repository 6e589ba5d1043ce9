package dev.telltale.demo.leaks;

import java.util.List;

/**
 * What is hidden in a generated export.
 *
 * @param leaks the planted values
 * @param decoys what must not be reported
 * @param faults the objects that are broken on purpose
 */
public record ExportTruth(List<Leak> leaks, List<Decoy> decoys, List<ExpectedFault> faults) {
  public ExportTruth {
    leaks = List.copyOf(leaks);
    decoys = List.copyOf(decoys);
    faults = List.copyOf(faults);
  }
}
