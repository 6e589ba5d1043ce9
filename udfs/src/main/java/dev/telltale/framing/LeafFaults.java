package dev.telltale.framing;

import dev.telltale.fault.Fault;
import dev.telltale.fault.FaultKind;
import dev.telltale.fault.FaultSink;

/** Faults met while a leaf is cut into frames. */
record LeafFaults(FaultSink sink, int layer) {
  void add(FaultKind kind, long position) {
    sink.add(new Fault(kind, layer, position));
  }
}
