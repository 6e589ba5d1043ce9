package dev.telltale.framing;

import dev.telltale.fault.FaultKind;

/** Faults of the containers of one layer. */
record LayerFaults(Allowance allowance, int layer) {
  void add(FaultKind kind, long position) {
    allowance.fault(kind, layer, position);
  }
}
