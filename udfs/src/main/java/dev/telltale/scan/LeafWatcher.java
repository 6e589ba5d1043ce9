package dev.telltale.scan;

import dev.telltale.decoding.LeafReading;
import dev.telltale.unpacking.Leaf;

/** Learns how the leaves of an object are read; for people who want to know why. */
public interface LeafWatcher {
  LeafWatcher NONE = new LeafWatcher() {};

  /** A leaf was opened, and none of its frames was read yet. */
  default void opened(Leaf leaf, LeafReading reading) {}

  /** A leaf was read to its end: the lengths of its layers that end with it are known. */
  default void closed(Leaf leaf) {}
}
