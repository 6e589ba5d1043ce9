package dev.telltale.unpacking.archive;

import dev.telltale.fault.FaultKind;
import dev.telltale.limit.Limits;
import dev.telltale.unpacking.layer.Container;
import dev.telltale.unpacking.layer.LayerFaults;
import dev.telltale.unpacking.layer.Part;
import dev.telltale.unpacking.layer.RawStream;
import dev.telltale.unpacking.layer.Source;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The entries of a tar (ustar, pax, GNU). Names, links, owners and pax records come as header text
 * before the content. Bytes where a header should be are handed out raw up to the next one; entries
 * that are not laid out as a plain file are named and come raw.
 */
public final class TarEntries implements Container {
  private final Source in;
  private final LayerFaults faults;
  private final boolean inside;
  private final Deque<Part> waiting = new ArrayDeque<>();
  private long start = -1;
  private PaxRecords pax = PaxRecords.NONE;
  private boolean broken;
  private boolean closed;

  /** Of a stream that is a tar. */
  public TarEntries(Source in, LayerFaults faults) {
    this(in, faults, false);
  }

  private TarEntries(Source in, LayerFaults faults, boolean inside) {
    this.inside = inside;
    this.in = in;
    this.faults = faults;
  }

  /** Of a tar inside a stream, which goes on after its end. */
  static TarEntries inside(Source in, LayerFaults faults) {
    return new TarEntries(in, faults, true);
  }

  public static boolean startsHere(Source in) throws IOException {
    return in.ensure(TarHeader.BLOCK) && TarHeader.at(in, 0);
  }

  @Override
  public String name() {
    return "tar";
  }

  @Override
  public Part next() throws IOException {
    while (waiting.isEmpty()) {
      if (!in.ensure(1)) {
        return end();
      }
      boolean whole = in.ensure(TarHeader.BLOCK);
      if (broken) {
        return raw();
      }
      if (zeros()) {
        in.take(Math.min(in.held(), TarHeader.BLOCK));
        closed = true;
        start = -1;
      } else if (whole && TarHeader.at(in, 0)) {
        entry();
      } else if (inside && closed) {
        return null;
      } else {
        boolean cut = !whole && !closed;
        faults.add(
            cut ? FaultKind.TAR_TRUNCATED : FaultKind.TAR_HEADER,
            in.position() + (cut ? in.held() : 0));
        return raw();
      }
    }
    return waiting.remove();
  }

  private Part end() {
    if (!closed) {
      truncated();
    }
    return null;
  }

  private Part raw() {
    broken = false;
    closed = true;
    start = -1;
    pax = PaxRecords.NONE;
    long first = in.position();
    RawStream.Start next =
        (from, index) ->
            (TarHeader.marked(from, index)
                    || (from.position() + index - first) % TarHeader.BLOCK == 0)
                && TarHeader.at(from, index);
    return Part.raw(first, RawStream.upTo(in, TarHeader.BLOCK, next));
  }

  private boolean zeros() {
    for (int i = 0; i < Math.min(in.held(), TarHeader.BLOCK); i++) {
      if (in.at(i) != 0) {
        return false;
      }
    }
    return true;
  }

  private void entry() throws IOException {
    TarHeader header = TarHeader.read(in);
    long at = in.position();
    closed = false;
    start = start < 0 ? at : start;
    TarHeader.texts(in, waiting);
    in.take(TarHeader.BLOCK);
    if (header.extended()) {
      passSparseMap();
    }
    long size = header.empty() ? 0 : header.size();
    if (header.about()) {
      about(header, size);
      return;
    }
    size = pax.size() >= 0 && !header.empty() ? pax.size() : size;
    if (size < 0) {
      faults.add(FaultKind.TAR_HEADER, at);
      broken = true;
    } else if (!header.empty() && (!header.file() || pax.sparse())) {
      faults.add(FaultKind.TAR_ENTRY, at);
      add(Part.Kind.RAW, in.position(), size);
    } else {
      add(Part.Kind.UNPACKED, start, size);
    }
    start = -1;
    pax = PaxRecords.NONE;
  }

  private void about(TarHeader header, long size) throws IOException {
    boolean held = size > 0 && size <= Limits.MAX_PAX_BYTES && in.ensure((int) size);
    if (held && header.type() == 'x') {
      pax = PaxRecords.read(in, (int) size);
    }
    if (size < 0) {
      faults.add(FaultKind.TAR_HEADER, in.position() - TarHeader.BLOCK);
      broken = true;
    } else if (held && in.at((int) size - 1) == 0) {
      // A long name ends with a NUL, which would make the text look like no text.
      waiting.add(new Part(Part.Kind.HEADER, in.position(), new TarData(this, in, size - 1, 1)));
    } else {
      add(Part.Kind.HEADER, in.position(), size);
    }
  }

  private void add(Part.Kind kind, long offset, long size) {
    if (size > 0) {
      waiting.add(new Part(kind, offset, new TarData(this, in, size, 0)));
    }
  }

  private void passSparseMap() throws IOException {
    boolean more = true;
    while (more && in.ensure(TarHeader.BLOCK)) {
      more = in.at(504) != 0;
      in.take(TarHeader.BLOCK);
    }
  }

  /** The archive ends where it should not. */
  void truncated() {
    if (!closed) {
      faults.add(FaultKind.TAR_TRUNCATED, in.position());
    }
    closed = true;
  }

  @Override
  public void close() {}
}
