package dev.telltale.fault;

import java.util.Objects;

/**
 * One thing that could not be read as it should, and where.
 *
 * @param kind what, from a closed set
 * @param layer how many containers had been unpacked where it was met: 0 is the stored object
 *     itself
 * @param position byte offset in the stream of that layer, 0-based
 */
public record Fault(FaultKind kind, int layer, long position) {
  public Fault {
    Objects.requireNonNull(kind, "kind");
    if (layer < 0 || position < 0) {
      throw new IllegalArgumentException("layer and position count from 0");
    }
  }
}
