package dev.telltale.scan;

import dev.telltale.fault.Fault;
import dev.telltale.fault.FaultKind;
import dev.telltale.fault.FaultSink;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The faults of one object: all are counted, the first ones and the first of each kind are kept.
 */
final class FaultLog implements FaultSink {
  private final int keep;
  private final List<Fault> kept = new ArrayList<>();
  private final Set<FaultKind> seen = EnumSet.noneOf(FaultKind.class);
  private Fault worst;
  private long count;

  FaultLog(int keep) {
    this.keep = keep;
  }

  @Override
  public void add(Fault fault) {
    count++;
    if (seen.add(fault.kind()) || kept.size() < keep) {
      kept.add(fault);
    }
    if (worst == null || fault.kind().effect().compareTo(worst.kind().effect()) > 0) {
      worst = fault;
    }
  }

  Fault worst() {
    return worst;
  }

  List<Fault> kept() {
    return kept;
  }

  long count() {
    return count;
  }

  ObjectStatus status() {
    return worst == null ? ObjectStatus.SCANNED : ObjectStatus.of(worst.kind().effect());
  }
}
