package dev.telltale.unpacking.compression;

import dev.telltale.fault.FaultKind;
import dev.telltale.unpacking.layer.Container;
import dev.telltale.unpacking.layer.LayerFaults;
import dev.telltale.unpacking.layer.Part;
import dev.telltale.unpacking.layer.PartStream;
import dev.telltale.unpacking.layer.RawStream;
import dev.telltale.unpacking.layer.Source;
import java.io.IOException;

/** A container whose pieces are decoded whole, one after the other, into one stream. */
abstract class ChunkContainer implements Container {
  final Source in;
  final LayerFaults faults;

  private byte[] bytes = new byte[0];
  private int from;
  private int to;
  private boolean ended;
  private Part raw;

  ChunkContainer(Source in, LayerFaults faults) {
    this.in = in;
    this.faults = faults;
  }

  /** Reads the next piece of structure. Calls at most one of the methods below. */
  abstract void step() throws IOException;

  /** Hands out what a piece decoded to. */
  final void give(byte[] decoded) {
    bytes = decoded;
    from = 0;
    to = decoded.length;
  }

  /** Ends the stream for good, or until the source has more. */
  final void end() {
    ended = true;
  }

  /** Names a damage, ends the stream, and has bytes come raw before a new one starts. */
  final void breakOff(FaultKind kind, long position, RawStream rest) {
    faults.add(kind, position);
    raw = Part.raw(in.position(), rest);
    ended = true;
  }

  @Override
  public final Part next() throws IOException {
    Part part = raw;
    if (part != null) {
      raw = null;
      return part;
    }
    if (!in.ensure(1)) {
      return null;
    }
    ended = false;
    return Part.unpacked(in.position(), new Decoded());
  }

  private final class Decoded extends PartStream {
    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      if (length == 0) {
        return 0;
      }
      while (from == to && !ended) {
        step();
      }
      if (from == to) {
        return -1;
      }
      int count = Math.min(length, to - from);
      System.arraycopy(bytes, from, into, offset, count);
      from += count;
      return count;
    }
  }

  @Override
  public void close() {}
}
