package dev.telltale.unpacking.layer;

import dev.telltale.fault.FaultKind;

/** Faults of the containers of one layer. */
public record LayerFaults(UnpackBudget allowance, int layer) {
  public void add(FaultKind kind, long position) {
    allowance.fault(kind, layer, position);
  }
}
