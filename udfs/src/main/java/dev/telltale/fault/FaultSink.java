package dev.telltale.fault;

/** Where a reader reports faults while it goes on reading. */
@FunctionalInterface
public interface FaultSink {
  void add(Fault fault);
}
