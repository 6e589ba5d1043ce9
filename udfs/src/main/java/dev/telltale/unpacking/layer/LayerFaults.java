package dev.telltale.unpacking.layer;

import dev.telltale.fault.FaultKind;

/** Faults of the containers of one layer. */
public record LayerFaults(UnpackBudget budget, int layer) {
  public void add(FaultKind kind, long position) {
    budget.fault(kind, layer, position);
  }
}
