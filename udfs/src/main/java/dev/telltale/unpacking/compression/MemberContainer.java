package dev.telltale.unpacking.compression;

import dev.telltale.fault.FaultKind;
import dev.telltale.unpacking.layer.Container;
import dev.telltale.unpacking.layer.LayerFaults;
import dev.telltale.unpacking.layer.Part;
import dev.telltale.unpacking.layer.PartStream;
import dev.telltale.unpacking.layer.RawStream;
import dev.telltale.unpacking.layer.Source;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Compressed members back to back (gzip members, zstd frames, snappy chunks): one part for as long
 * as they can be read. Damage ends the part with a fault; the bytes from there up to the next start
 * come raw, and the members after them are a part again. Ends before bytes that are no member of
 * its own: they are for others to look at.
 *
 * <p>A codec reads one piece of structure in each {@link #step()}. What a piece decodes to, it
 * hands over with {@link #give}, or piece by piece in {@link #decode}.
 */
abstract class MemberContainer implements Container {
  final Source in;

  private final LayerFaults faults;
  private byte[] decoded = new byte[0];
  private int from;
  private int to;
  private boolean first;
  private boolean ended;
  private boolean left;
  private @Nullable FaultKind trailing;
  private RawStream.@Nullable Start own;
  private @Nullable RawStream rest;

  MemberContainer(Source in, LayerFaults faults) {
    this.in = in;
    this.faults = faults;
  }

  /** Reads the next piece of structure. At the end of the input it calls {@link #end()}. */
  abstract void step() throws IOException;

  /** Leaves the member that is being read; returns the bytes up to where one may start again. */
  abstract RawStream abandon();

  /** Decodes some bytes, at least one if any are due before the next step. */
  int decode(byte[] into, int offset, int length) throws IOException {
    int count = Math.min(length, to - from);
    System.arraycopy(decoded, from, into, offset, count);
    from += count;
    return count;
  }

  /**
   * Hands over what a piece decoded to: a range of an array that is left alone until it is read.
   */
  final void give(byte[] bytes, int start, int end) {
    decoded = bytes;
    from = start;
    to = end;
  }

  /** Whether nothing of this part was read yet. */
  final boolean first() {
    return first;
  }

  /** Ends the part between two members. */
  final void end() {
    ended = true;
  }

  /** Ends the part between two members; some bytes come raw before the next. */
  final void end(RawStream raw) {
    ended = true;
    rest = raw;
  }

  /**
   * Ends the container between two members, before bytes that are none.
   *
   * @param kind what that is where they are no member of another kind either
   */
  final void leave(FaultKind kind) {
    ended = true;
    left = true;
    trailing = kind;
  }

  @Override
  public final @Nullable FaultKind trailing() {
    return trailing;
  }

  /**
   * The bytes up to the next start of a member, of its own or of another kind.
   *
   * @param lookahead how many bytes {@code start} looks at
   */
  final RawStream upTo(int lookahead, RawStream.Start start) {
    MemberSearch others = new MemberSearch();
    own = start;
    return RawStream.upTo(
        in,
        Math.max(lookahead, MemberSearch.LOOKAHEAD),
        (from, index) -> start.plausible(from, index) || others.at(from, index) != null);
  }

  /** Names damage that does not keep the member from being read on. */
  final void fault(FaultKind kind, long position) {
    faults.add(kind, position);
  }

  /** Ends the part with damage at the next byte. */
  final void breakOff(FaultKind kind) {
    breakOff(kind, in.position(), abandon());
  }

  /** Ends the part because the input ends inside a member. */
  final void truncated(FaultKind kind) {
    breakOff(kind, in.position() + in.held(), abandon());
  }

  /** Ends the part with damage, after which some bytes come raw. */
  final void breakOff(FaultKind kind, long position, RawStream raw) {
    faults.add(kind, position);
    end(raw);
  }

  @Override
  public Part next() throws IOException {
    if (left || !in.ensure(1)) {
      return null;
    }
    if (rest != null) {
      Part raw = Part.raw(in.position(), rest);
      rest = null;
      return raw;
    }
    if (own != null && !own.plausible(in, 0)) {
      return null;
    }
    own = null;
    first = true;
    ended = false;
    return Part.unpacked(in.position(), new Decoded());
  }

  @Override
  public void close() {}

  private final class Decoded extends PartStream {
    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      if (length == 0) {
        return 0;
      }
      int count = decode(into, offset, length);
      while (count == 0 && !ended) {
        step();
        first = false;
        count = decode(into, offset, length);
      }
      return count == 0 ? -1 : count;
    }
  }
}
