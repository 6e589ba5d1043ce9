package dev.telltale.framing;

import dev.telltale.fault.FaultKind;

/** Follows a JSON value that is too large to hold to its end, or to where it breaks and beyond. */
final class LargeValueEnd implements RunEnd {
  private final JsonBoundary boundary;
  private final LeafFaults faults;
  private long offset;
  private RunEnd resync;

  /**
   * @param boundary has seen the value so far
   * @param offset in the leaf of the next byte to be shown
   */
  LargeValueEnd(JsonBoundary boundary, long offset, LeafFaults faults) {
    this.boundary = boundary;
    this.offset = offset;
    this.faults = faults;
  }

  @Override
  public int find(byte[] bytes, int from, int to) {
    int at = from;
    if (resync == null) {
      at = boundary.scan(bytes, from, to);
      offset += at - from;
      if (boundary.state() == JsonBoundary.State.WHOLE) {
        return at;
      }
      if (boundary.state() == JsonBoundary.State.OPEN) {
        return -1;
      }
      faults.add(FaultKind.JSON_SYNTAX, offset);
      resync = new Resync(bytes, from, at);
    }
    return resync.find(bytes, at, to);
  }

  boolean open() {
    return boundary.state() == JsonBoundary.State.OPEN;
  }
}
